package io.posthorn.kit.outbox;

import java.util.List;

/**
 * What one read saw: the last published sequence, the oldest transaction that still ran ({@code xmin}: all below it have
 * ended), and the rows that follow the published ones.
 */
record OutboxPage(long published, long xmin, List<OutboxRow> rows) {}
