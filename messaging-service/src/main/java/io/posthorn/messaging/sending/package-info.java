/**
 * The way out. A <em>lane</em> is a channel's queue while one process owns it; a <em>departure</em> is a claimed message that may leave. When it
 * leaves is decided in {@code pacing}; {@code LaneDepartures} marks it, calls Meta and settles what the call came to.
 */
package io.posthorn.messaging.sending;
