/**
 * {@code ./posthorn bench relay}: from a commit in the outbox to Kafka. The <em>peer</em> is Namastack Outbox, a program of its
 * own ({@code benchmarks/namastack}) on the same PostgreSQL and Kafka.
 */
package io.posthorn.benchmarks.relay;
