package io.posthorn.template.quota;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Refuses what Meta would refuse because of what was done before, and says when it will do. */
@ApplicationScoped
public class Quotas {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final QuotaStore store;
    private final QuotaConfig config;

    Quotas(QuotaStore store, QuotaConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Meta took this step. */
    public Uni<Void> taken(SqlConnection connection, UUID workspaceId, Step step, Instant when) {
        return store.add(connection, workspaceId, step, when);
    }

    /** Fails when Meta would not take this step now. */
    public Uni<Void> check(SqlConnection connection, UUID workspaceId, Step step, Instant now) {
        return switch (step.kind()) {
            case CREATION ->
                checkName(connection, workspaceId, step, now)
                        .chain(() -> checkCreations(connection, workspaceId, step, now));
            case EDIT ->
                store.ofName(connection, workspaceId, step, now.minus(MONTH))
                        .invoke(edits -> {
                            require(
                                    edits,
                                    config.editsPerDay(),
                                    DAY,
                                    now,
                                    "An approved template can be edited %d time(s) in 24 hours");
                            require(
                                    edits,
                                    config.editsPerMonth(),
                                    MONTH,
                                    now,
                                    "An approved template can be edited %d time(s) in 30 days");
                        })
                        .replaceWithVoid();
            case DELETION -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> checkName(SqlConnection connection, UUID workspaceId, Step step, Instant now) {
        var deletion = new Step(Step.Kind.DELETION, step.wabaId(), step.name(), step.language());
        return store.ofName(connection, workspaceId, deletion, now.minus(config.nameLock()))
                .invoke(deletions -> {
                    if (!deletions.isEmpty()) {
                        throw QuotaProblems.nameLocked(
                                step, deletions.getFirst().plus(config.nameLock()), now);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> checkCreations(SqlConnection connection, UUID workspaceId, Step step, Instant now) {
        return store.ofAccount(connection, workspaceId, Step.Kind.CREATION, step.wabaId(), now.minus(HOUR))
                .invoke(creations -> require(
                        creations,
                        config.creationsPerHour(),
                        HOUR,
                        now,
                        "An account can create %d templates in an hour"))
                .replaceWithVoid();
    }

    /** The newest of {@code times} come first; the one that is as many back as are allowed has to leave the window. */
    static void require(List<Instant> times, int most, Duration window, Instant now, String rule) {
        var within =
                times.stream().filter(time -> time.isAfter(now.minus(window))).toList();
        if (within.size() >= most) {
            throw QuotaProblems.reached(
                    rule.formatted(most), within.get(most - 1).plus(window), now);
        }
    }
}
