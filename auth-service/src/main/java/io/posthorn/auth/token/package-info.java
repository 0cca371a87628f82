/**
 * Access tokens and the keys that sign them. A <em>signing key</em> is made once for the installation, is sealed at rest,
 * and is published in the JWKS for as long as a token that it signed may live.
 */
package io.posthorn.auth.token;
