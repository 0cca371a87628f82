/** HTTP from Meta to the platform under test: one exchange, whose every outcome is a value. */
package io.posthorn.simulator.outbound;
