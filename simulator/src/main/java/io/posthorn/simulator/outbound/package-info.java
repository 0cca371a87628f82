/** HTTP from Meta to the platform under test: an exchange, or a file to read; every outcome is a value. */
package io.posthorn.simulator.outbound;
