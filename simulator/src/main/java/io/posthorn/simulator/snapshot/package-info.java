/** Keeps the state of all worlds in a file, so that a simulator goes on where it was stopped. */
package io.posthorn.simulator.snapshot;
