/**
 * {@code ./posthorn bench send}: messages on their way out. The dispatcher alone against a <em>bare Meta</em> that only answers and
 * reports, and the whole loop with the simulator.
 */
package io.posthorn.benchmarks.send;
