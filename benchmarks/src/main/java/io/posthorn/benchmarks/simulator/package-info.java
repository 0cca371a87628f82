/** {@code ./posthorn bench simulator}: the ground that the other benchmarks stand on must not be what they measure. */
package io.posthorn.benchmarks.simulator;
