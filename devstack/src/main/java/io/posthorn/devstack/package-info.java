/** The local stack: embedded stores, the simulator and our services as processes of one machine, started and stopped together. */
package io.posthorn.devstack;
