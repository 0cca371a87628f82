/**
 * Messages that still have to leave. A <em>task</em> is such a message; an <em>attempt</em> is one call to Meta for it. Claimed tasks
 * may be taken over; a task that was marked calling may be on its way, and is never called again before its fate is known.
 */
package io.posthorn.messaging.queue;
