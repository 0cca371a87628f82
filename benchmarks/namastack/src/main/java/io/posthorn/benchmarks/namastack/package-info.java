/** Namastack Outbox with its JDBC starter, publishing what our relay publishes: the peer of {@code ./posthorn bench relay}. */
package io.posthorn.benchmarks.namastack;
