/**
 * Which work belongs together. A <em>trace</em> is everything that one request came to, named by W3C's {@code traceparent}; it is
 * passed on always. A <em>span</em> is one part of it in one process, recorded and exported only where somebody collects them.
 */
package io.posthorn.telemetry.trace;
