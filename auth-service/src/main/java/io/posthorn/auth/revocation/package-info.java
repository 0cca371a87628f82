/**
 * Tells every process that a session or an API key is no longer good, before its tokens end: into a Redis stream right after
 * the commit, and once more from our own events, in case we or Redis were away at that moment.
 */
package io.posthorn.auth.revocation;
