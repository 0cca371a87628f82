/** What goes through a number, in both directions. */
package io.posthorn.simulator.throughput;
