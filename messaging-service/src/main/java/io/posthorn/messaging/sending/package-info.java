/**
 * The way out: accept, task, lane, attempt. A <em>task</em> is a message that still has to leave; a <em>lane</em> is a channel's queue, owned by
 * one process at a time; an <em>attempt</em> is one call to Meta. Claimed tasks may be taken over; a task that was marked
 * calling may be on its way, and is never called again before its fate is known. When a message leaves is decided in {@code pacing}.
 */
package io.posthorn.messaging.sending;
