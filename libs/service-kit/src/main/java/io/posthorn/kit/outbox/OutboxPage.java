package io.posthorn.kit.outbox;

import java.util.List;

/**
 * What one read saw: the last published sequence, the oldest transaction still running ({@code xmin}), the first not yet
 * begun ({@code xmax}), and the rows that follow the published ones.
 */
record OutboxPage(long published, long xmin, long xmax, List<OutboxRow> rows) {}
