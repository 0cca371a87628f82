/** Passwords: what is accepted, and bcrypt on threads of its own, so that it never holds up a request that needs none. */
package io.posthorn.auth.password;
