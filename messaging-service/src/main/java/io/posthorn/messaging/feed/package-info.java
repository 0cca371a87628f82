/**
 * What happened in a workspace, in order: the <em>feed</em> is the outbox up to the relay's position, which is final and without gaps.
 */
package io.posthorn.messaging.feed;
