/**
 * Links that open one file without an access token, for a while. A <em>link</em> is what was signed, its <em>token</em> is
 * how it stands in a URL.
 */
package io.posthorn.media.link;
