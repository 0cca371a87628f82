/**
 * An <em>API key</em> lets a program act for the member who made it, with a role and <em>scopes</em> of its own. It is shown
 * once; what is kept cannot be turned back into it. What presenting a key gives is {@code keyexchange}'s.
 */
package io.posthorn.auth.apikey;
