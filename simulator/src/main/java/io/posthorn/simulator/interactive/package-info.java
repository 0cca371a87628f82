/**
 * Interactive messages: the rules of their frame (header, text, footer) and of what there is to press. A new kind is a line in
 * {@link io.posthorn.simulator.interactive.InteractiveKinds}.
 */
package io.posthorn.simulator.interactive;
