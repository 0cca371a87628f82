package io.posthorn.messaging.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.kit.Ids;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.testkit.Stores;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same lattice on PostgreSQL: histories drawn by chance, reported one by one and in batches. */
@MessagingTest
class StatusLatticeIT {
    private static final int MESSAGES = 300;
    private static final int REPORTS = 6;
    private static final List<String> WORDS =
            List.of("unknown", "accepted", "sent", "failed", "delivered", "read", "played", "invented");

    @Inject
    WorkerTransaction worker;

    @Inject
    StatusService statuses;

    private final UUID workspace = UUID.randomUUID();
    private final Random random = new Random(11);

    @Test
    void theDatabaseRanksAsTheLatticeDoes() {
        for (var word : List.of(
                "scheduled",
                "held",
                "queued",
                "sending",
                "unknown",
                "canceled",
                "expired",
                "accepted",
                "sent",
                "failed",
                "delivered",
                "read",
                "played",
                "invented")) {
            assertThat(ask("select status_rank('%s')".formatted(word)))
                    .containsExactly(String.valueOf(StatusLattice.rank(word)));
        }
    }

    @Test
    void theViewIsWhatTheLatticeGivesForTheSetAndOnlyClimbs() throws Throwable {
        var histories = histories();
        insert(histories.keySet());

        for (var step = 0; step < REPORTS; step++) {
            var before = shown();
            report(histories, step, random.nextInt(1, 3));
            shown().forEach((id, status) ->
                    assertThat(StatusLattice.rank(status)).isGreaterThanOrEqualTo(StatusLattice.rank(before.get(id))));
        }

        var shown = shown();
        assertThat(shown).hasSize(MESSAGES);
        histories.forEach(
                (id, words) -> assertThat(shown.get(id)).as("%s", words).isEqualTo(StatusLatticeTest.expected(words)));
    }

    private Map<UUID, List<String>> histories() {
        var histories = new HashMap<UUID, List<String>>();
        for (var message = 0; message < MESSAGES; message++) {
            histories.put(
                    Ids.next(),
                    IntStream.range(0, REPORTS)
                            .mapToObj(position -> WORDS.get(random.nextInt(WORDS.size())))
                            .toList());
        }
        return histories;
    }

    /** Everybody's report of this step; some come twice, in one batch or in two. */
    private void report(Map<UUID, List<String>> histories, int step, int times) throws Throwable {
        var reports = new ArrayList<StatusReport>();
        histories.forEach((id, words) -> {
            for (var time = 0; time < times; time++) {
                reports.add(StatusReport.ours(id, id, words.get(step), Instant.now(), null, null));
            }
        });
        VertxContextSupport.subscribeAndAwait(
                () -> worker.connection(workspace, connection -> statuses.report(connection, workspace, reports)));
        VertxContextSupport.subscribeAndAwait(() -> worker.connection(
                workspace, connection -> statuses.report(connection, workspace, reports.subList(0, 10))));
    }

    private void insert(Iterable<UUID> ids) {
        ids.forEach(id -> ask("""
                insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
                values ('%s', '%s', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'outbound', 'text', '{}', 'sending')
                returning 1""".formatted(workspace, id)));
    }

    private Map<UUID, String> shown() {
        return ask("select id || ' ' || status from message where workspace_id = '%s'".formatted(workspace)).stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> UUID.fromString(row[0]), row -> row[1]));
    }

    private static List<String> ask(String sql) {
        return Stores.database("messaging").askAsSuperuser(sql);
    }
}
