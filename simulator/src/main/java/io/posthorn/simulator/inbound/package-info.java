/** What customers send in: each of WhatsApp's types, completed by what only the simulator knows, checked, and told by webhook. */
package io.posthorn.simulator.inbound;
