/**
 * What happens in a workspace, told while it happens. A <em>stream</em> is one client's open connection; the <em>feed</em>
 * that it follows is the outbox up to the relay's position, which is final and without gaps; a <em>cursor</em> says how far
 * a client has read; a <em>ticket</em> stands in once for an access token where a client cannot send headers.
 */
package io.posthorn.messaging.realtime;
