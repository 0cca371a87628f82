package io.posthorn.kit.database;

import java.time.Instant;

/** One table, with all of its partitions. Rows are PostgreSQL's estimate. */
public record TableStats(
        String table,
        int partitions,
        long rows,
        long deadRows,
        long bytes,
        long indexBytes,
        long sequentialReads,
        long indexReads,
        Instant vacuumedAt,
        Instant analyzedAt) {}
