/**
 * A <em>session</em> is a login on one device. Its refresh tokens are a <em>family</em>: each is used once and replaced by
 * the next; one that comes back after the <em>grace</em> was copied, so the family ends.
 */
package io.posthorn.auth.session;
