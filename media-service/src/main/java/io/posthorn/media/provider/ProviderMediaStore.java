package io.posthorn.media.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Which files Meta has, and who is uploading one right now. */
@ApplicationScoped
class ProviderMediaStore {
    private static final String FIND = """
            select provider_media_id, expires_at from provider_media
            where workspace_id = $1 and media_id = $2 and channel_id = $3 and expires_at > $4""";
    private static final String CLAIM = """
            insert into provider_media (workspace_id, media_id, channel_id, claim, claimed_until)
            values ($1, $2, $3, $4, $5)
            on conflict (workspace_id, media_id, channel_id)
            do update set claim = excluded.claim, claimed_until = excluded.claimed_until
            where (provider_media.claimed_until is null or provider_media.claimed_until <= $6)
              and (provider_media.expires_at is null or provider_media.expires_at <= $7)""";
    private static final String COMPLETE = """
            update provider_media
            set provider_media_id = $5, expires_at = $6, claim = null, claimed_until = null
            where workspace_id = $1 and media_id = $2 and channel_id = $3 and claim = $4""";
    private static final String RELEASE = """
            update provider_media set claim = null, claimed_until = null
            where workspace_id = $1 and media_id = $2 and channel_id = $3 and claim = $4""";

    /** Null when Meta has none that lives beyond that moment. */
    Uni<ProviderMedia> findLivingAt(SqlConnection connection, MediaAtChannel place, Instant moment) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(place.workspaceId(), place.mediaId(), place.channelId(), utc(moment)))
                .map(rows -> rows.size() == 0 ? null : media(rows.iterator().next()));
    }

    /** False when somebody else has it, or when meanwhile there is one that lives beyond {@code freshAt}. */
    Uni<Boolean> claim(
            SqlConnection connection, MediaAtChannel place, UUID token, Instant now, Instant until, Instant freshAt) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.from(new Object[] {
                    place.workspaceId(), place.mediaId(), place.channelId(), token, utc(until), utc(now), utc(freshAt)
                }))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> complete(SqlConnection connection, MediaAtChannel place, UUID token, ProviderMedia uploaded) {
        return connection
                .preparedQuery(COMPLETE)
                .execute(Tuple.of(
                        place.workspaceId(),
                        place.mediaId(),
                        place.channelId(),
                        token,
                        uploaded.providerMediaId(),
                        utc(uploaded.expiresAt())))
                .replaceWithVoid();
    }

    Uni<Void> release(SqlConnection connection, MediaAtChannel place, UUID token) {
        return connection
                .preparedQuery(RELEASE)
                .execute(Tuple.of(place.workspaceId(), place.mediaId(), place.channelId(), token))
                .replaceWithVoid();
    }

    private static ProviderMedia media(Row row) {
        return new ProviderMedia(
                row.getString("provider_media_id"),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
