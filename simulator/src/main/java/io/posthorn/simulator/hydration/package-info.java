/** A send filled in: a template and the components that a send brings along make what the customer sees. */
package io.posthorn.simulator.hydration;
