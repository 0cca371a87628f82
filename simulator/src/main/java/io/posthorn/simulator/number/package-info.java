/** The life of phone numbers: added, verified, registered with a PIN, read, set up, deregistered. */
package io.posthorn.simulator.number;
