package io.posthorn.kit.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The two forms of a transaction, seen as one: parameters are texts. */
interface Statements {
    /** The first row's columns as texts, or null when there is none. */
    Uni<List<String>> first(String sql, int columns, String... parameters);

    Uni<Void> execute(String sql, String... parameters);
}
