/** Planned faults: what shall go wrong, where, and how often. Each consumer asks whether one applies to what it does. */
package io.posthorn.simulator.fault;
