package io.posthorn.messaging.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The columns of a channel that hold its standing. */
@ApplicationScoped
class StandingStore {
    /** A channel's standing after a change, and the version in which it has it. */
    record Changed(
            String qualityRating, String messagingTier, Integer messagingLimit, Integer callsPerSecond, long version) {
        static Changed of(Row row) {
            return new Changed(
                    row.getString("quality_rating"),
                    row.getString("messaging_tier"),
                    row.getInteger("messaging_limit"),
                    row.getInteger("calls_per_second"),
                    row.getLong("version"));
        }
    }

    /** A number of the usual throughput has none of its own: the installation's setting stands for it. */
    private static final String NOTE = """
            with told as (
                select id, coalesce($3, quality_rating) as quality, coalesce($4, messaging_tier) as tier,
                    case when $4::text is null then messaging_limit else $5::integer end as people,
                    coalesce($6, throughput_level) as level, shared_with_app or $7 as shared
                from channel where workspace_id = $1 and id = $2 for update)
            update channel c set quality_rating = told.quality, messaging_tier = told.tier, messaging_limit = told.people,
                throughput_level = told.level, shared_with_app = told.shared,
                calls_per_second = case when told.shared then 20 when told.level = 'HIGH' then 1000 end,
                updated_at = now(), version = c.version + 1
            from told
            where c.workspace_id = $1 and c.id = told.id
              and (c.quality_rating, c.messaging_tier, c.messaging_limit, c.throughput_level, c.shared_with_app)
                  is distinct from (told.quality, told.tier, told.people, told.level, told.shared)
            returning c.quality_rating, c.messaging_tier, c.messaging_limit, c.calls_per_second, c.version""";

    /** Empty when nothing is different. */
    Uni<Optional<Changed>> note(SqlConnection connection, UUID workspaceId, UUID channelId, NumberReading reading) {
        var tier = reading.tier();
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        channelId,
                        reading.qualityRating(),
                        tier.map(MessagingTier::word).orElse(null),
                        tier.map(MessagingTier::people).orElse(null),
                        reading.throughputLevel(),
                        reading.sharedWithApp())))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Changed.of(rows.iterator().next())));
    }
}
