/** What all endpoints of OAuth 2 share: parameters that come once, and refusals in the words of RFC 6749. */
package io.posthorn.auth.oauth;
