/**
 * Events leave through the <em>outbox</em>: a row written in the transaction that changed the data. The <em>relay</em>, one
 * per service by lease, publishes the rows in sequence order and waits at gaps, so nothing is lost or reordered.
 */
package io.posthorn.kit.outbox;
