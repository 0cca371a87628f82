/**
 * Worlds: who exists in each, its settings, its seed and its clock. Other features keep their state of a world in a
 * <em>part</em> of it, so that nothing of one world can be seen from another and all of it ends with the world.
 */
package io.posthorn.simulator.world;
