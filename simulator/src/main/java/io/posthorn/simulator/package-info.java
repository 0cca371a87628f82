/**
 * A local WhatsApp Cloud API. A <em>world</em> is an isolated Meta: app, account, numbers, customers, clock and faults.
 * {@code graph} is the side that Meta's clients see, {@code control} the side that tests and tools use.
 */
package io.posthorn.simulator;
