/**
 * {@code ./posthorn bench accept}: messages accepted through the gateway at fixed rates. The <em>floor</em> is pgbench with what an
 * accepted message writes, on the same PostgreSQL.
 */
package io.posthorn.benchmarks.accept;
