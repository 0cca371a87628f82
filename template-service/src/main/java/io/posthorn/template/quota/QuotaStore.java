package io.posthorn.template.quota;

import io.posthorn.kit.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The steps that Meta took. */
@ApplicationScoped
class QuotaStore {
    private static final int MOST = 1000;

    Uni<Void> add(SqlConnection connection, UUID workspaceId, Step step, Instant when) {
        return connection
                .preparedQuery("""
                        insert into template_step (workspace_id, id, kind, waba_id, name, language, taken_at)
                        values ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(tuple(
                        workspaceId,
                        Ids.next(),
                        word(step.kind()),
                        step.wabaId(),
                        step.name(),
                        step.language(),
                        at(when)))
                .replaceWithVoid();
    }

    /** When such steps were taken at the account since then, the newest first. */
    Uni<List<Instant>> ofAccount(
            SqlConnection connection, UUID workspaceId, Step.Kind kind, String wabaId, Instant since) {
        return times(connection, """
                        select taken_at from template_step
                        where workspace_id = $1 and waba_id = $2 and kind = $3 and taken_at > $4
                        order by taken_at desc limit\s""" + MOST, tuple(workspaceId, wabaId, word(kind), at(since)));
    }

    /** Those of one name and language. */
    Uni<List<Instant>> ofName(SqlConnection connection, UUID workspaceId, Step step, Instant since) {
        return times(
                connection,
                """
                        select taken_at from template_step
                        where workspace_id = $1 and waba_id = $2 and kind = $3 and taken_at > $4
                          and name = $5 and language = $6
                        order by taken_at desc limit\s""" + MOST,
                tuple(workspaceId, step.wabaId(), word(step.kind()), at(since), step.name(), step.language()));
    }

    private static Uni<List<Instant>> times(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> {
            var times = new ArrayList<Instant>();
            rows.forEach(row -> times.add(row.getOffsetDateTime("taken_at").toInstant()));
            return times;
        });
    }

    private static String word(Step.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(Arrays.asList(values));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
