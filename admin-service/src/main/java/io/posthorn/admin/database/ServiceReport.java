package io.posthorn.admin.database;

import java.util.List;

/** What one service said; one that did not answer says nothing, and {@code answered} is false. */
public record ServiceReport<T>(String service, boolean answered, List<T> items) {}
