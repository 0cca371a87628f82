/** The message types, but for the interactive ones: what they take, and what customers see of them. */
package io.posthorn.simulator.content;
