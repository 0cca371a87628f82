/** Message types of their own: places, visiting cards, reactions. */
package io.posthorn.simulator.content;
