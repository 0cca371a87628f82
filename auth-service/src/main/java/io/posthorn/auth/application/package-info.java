/**
 * An <em>application</em> is an OAuth 2 client of one workspace. A <em>confidential</em> one proves itself with a secret; a
 * public one, on a phone or in a browser, has none.
 */
package io.posthorn.auth.application;
