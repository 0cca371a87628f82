/**
 * What became of messages. The <em>ledger</em> keeps every report once; the <em>status</em> is the highest of them in the written
 * lattice (database function {@code status_rank}), so it only climbs, whatever the order of arrival.
 */
package io.posthorn.messaging.status;
