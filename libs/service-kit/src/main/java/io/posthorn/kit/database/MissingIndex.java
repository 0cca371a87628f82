package io.posthorn.kit.database;

/** A table of some size that is often read from end to end, which an index would spare. */
public record MissingIndex(String table, long rows, long sequentialReads, long rowsPerRead, long indexReads) {}
