package io.posthorn.auth.revocation;

import io.posthorn.kit.revocation.Revocations;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.ReactiveStreamCommands;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What every process follows ({@link Revocations}). An entry that stands there twice changes nothing. */
@ApplicationScoped
public class RevocationStream {
    private static final Logger LOG = Logger.getLogger(RevocationStream.class);
    private static final int AT_ONCE = 16;

    private final ReactiveStreamCommands<String, String, String> streams;
    private final Duration patience;
    private final Clock clock;

    RevocationStream(ReactiveRedisDataSource redis, RevocationConfig config, Clock clock) {
        this.streams = redis.stream(String.class);
        this.patience = config.patience();
        this.clock = clock;
    }

    /** For right after the commit. Never fails: what Redis does not take now, it gets from {@link RevocationListener}. */
    public Uni<Void> tell(List<Revocation> revocations) {
        return Multi.createFrom()
                .iterable(revocations)
                .onItem()
                .transformToUni(this::add)
                .merge(AT_ONCE)
                .collect()
                .last()
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .invoke(away -> LOG.warnf("Redis did not take %d revocations: %s", revocations.size(), away))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    Uni<Void> add(Revocation revocation) {
        var oldest = clock.instant().minus(Revocations.KEPT).toEpochMilli();
        return streams.xadd(
                        Revocations.STREAM,
                        new XAddArgs().minid(Long.toString(oldest)).nearlyExactTrimming(),
                        Map.of(
                                "session", revocation.sid().toString(),
                                "workspace", revocation.workspaceId().toString(),
                                "reason", revocation.reason(),
                                "lifted", Boolean.toString(revocation.lifted())))
                .replaceWithVoid();
    }
}
