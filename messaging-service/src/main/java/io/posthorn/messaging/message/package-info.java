/**
 * Messages in both directions and what is known of them. The <em>ledger</em> keeps every report once; the <em>status</em> is the highest of
 * them in the written lattice (database function {@code status_rank}), so it only climbs, whatever the order of arrival.
 */
package io.posthorn.messaging.message;
