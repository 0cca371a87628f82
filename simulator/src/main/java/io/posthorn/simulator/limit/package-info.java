/**
 * Meta's limits: what is refused at once ({@code SendRule}) and what fails later ({@code LaterRule}). Those that cost clients
 * something hold only where a world's settings ask for them.
 */
package io.posthorn.simulator.limit;
