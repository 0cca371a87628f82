/** Groups, as far as messages go to them. */
package io.posthorn.simulator.group;
