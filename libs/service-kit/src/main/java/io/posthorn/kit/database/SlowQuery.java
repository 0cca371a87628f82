package io.posthorn.kit.database;

/** A statement that took long, as PostgreSQL keeps it: with placeholders where values stood. */
public record SlowQuery(
        String role, String query, long calls, double meanMillis, double maxMillis, double totalMillis, long rows) {}
