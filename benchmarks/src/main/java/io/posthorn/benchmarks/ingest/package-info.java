/** {@code ./posthorn bench ingest}: webhooks through the gateway into the journal, and out of it into conversations. */
package io.posthorn.benchmarks.ingest;
