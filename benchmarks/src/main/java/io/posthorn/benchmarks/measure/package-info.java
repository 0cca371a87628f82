/** What all benchmarks measure with: processor time of a process, its heap, latencies, and the figures that come of it. */
package io.posthorn.benchmarks.measure;
