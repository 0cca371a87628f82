/** What the gateway asks when a program presents an API key: a short access token in its place, or nothing. */
package io.posthorn.auth.keyexchange;
