package io.posthorn.messaging.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;

/** Reads the outbox behind the relay. Position and news are the installation's, pages are one workspace's. */
@ApplicationScoped
public class FeedStore {
    /** Of more rows than this nobody asks whose they are: everybody looks. */
    public static final int MOST_NEWS = 10_000;

    /** The relay goes back after a restore, streams do not. */
    private static final String POSITION = "(select greatest(sequence, restored_to) as sequence from outbox_position)";

    private static final String BOUNDS = """
            select position.sequence as position,
                   least(position.sequence + 1, (select min(sequence) from outbox)) as oldest
            from %s position""".formatted(POSITION);
    static final String NEWS = """
            select position.sequence as position, array(
                select distinct workspace_id from outbox
                where outbox.sequence > $1 and outbox.sequence <= position.sequence
                  and position.sequence - $1 <= $2) as workspaces
            from %s position""".formatted(POSITION);
    /** Bounded by their size as well: one payload may be large. */
    static final String PAGE = """
            select sequence, type, payload, found
            from (
                select sequence, type, payload, count(*) over () as found,
                       sum(octet_length(payload)) over (order by sequence) - octet_length(payload) as bytes_before
                from (select sequence, type, payload::text as payload from outbox
                      where workspace_id = $1 and sequence > $2 and sequence <= $3
                      order by sequence limit $4) next) sized
            where bytes_before < 1000000
            order by sequence""";

    Uni<FeedBounds> bounds(SqlConnection connection) {
        return connection
                .preparedQuery(BOUNDS)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new FeedBounds(row.getLong("oldest"), row.getLong("position")));
    }

    /** What the relay published after a number. */
    Uni<News> news(SqlConnection connection, long after) {
        return connection
                .preparedQuery(NEWS)
                .execute(Tuple.of(after, (long) MOST_NEWS))
                .map(rows -> rows.iterator().next())
                .map(row -> new News(row.getLong("position"), Set.of(row.getArrayOfUUIDs("workspaces"))));
    }

    Uni<FeedPage> page(SqlConnection connection, UUID workspaceId, long after, long upTo, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(workspaceId, after, upTo, limit))
                .map(rows -> page(rows, upTo, limit));
    }

    private static FeedPage page(RowSet<Row> rows, long upTo, int limit) {
        var events = new ArrayList<FeedEvent>(rows.size());
        var complete = true;
        for (var row : rows) {
            events.add(new FeedEvent(row.getLong("sequence"), row.getString("type"), row.getString("payload")));
            complete = row.getLong("found") < limit && row.getLong("found") == rows.size();
        }
        return new FeedPage(events, complete ? upTo : events.getLast().sequence());
    }
}
