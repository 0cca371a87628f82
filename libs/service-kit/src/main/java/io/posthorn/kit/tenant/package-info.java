/**
 * The one way to the database. A <em>tenant transaction</em> runs as the runtime role inside one workspace, in two forms:
 * {@code session} for Panache and {@code connection} for Stores; the two never share a transaction. A <em>worker
 * transaction</em> runs as the worker role, for relay, dispatcher, journal and partitions.
 */
package io.posthorn.kit.tenant;
