/**
 * The deterministic core of sending: which claimed message leaves when, and what follows from what Meta answered. It knows
 * no database, no clock and no thread: the time is an argument, chance is a generator that is handed in. A <em>turn</em> is a
 * claimed message that waits for its moment. Times are milliseconds.
 */
package io.posthorn.messaging.pacing;
