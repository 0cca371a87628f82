package io.posthorn.messaging.search;

import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Ids of the messages that have all of the words. */
@ApplicationScoped
class SearchStore {
    private static final String SEARCH =
            "select search_messages($1, plainto_tsquery('pg_catalog.simple', plain_words($2)), $3, $4) as ids";
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** The latest first. */
    Uni<List<UUID>> page(SqlConnection connection, UUID workspaceId, String words, PageRequest page) {
        var before = page.cursor() == null ? AFTER_ALL : page.cursor().id();
        return connection
                .preparedQuery(SEARCH)
                .execute(Tuple.of(workspaceId, words, before, page.rowsToRead()))
                .map(rows -> List.of(rows.iterator().next().getArrayOfUUIDs("ids")));
    }
}
