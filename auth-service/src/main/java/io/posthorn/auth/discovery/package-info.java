/** What an application finds out by itself: where the endpoints are and what they can do, and who let it in. */
package io.posthorn.auth.discovery;
