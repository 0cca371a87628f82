package io.posthorn.messaging.webhook;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import io.posthorn.testkit.Stores;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A 200 means that the webhook is on disk: whatever happens to the process after it, nothing is lost. */
@MessagingTest
class JournalIT {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @AfterEach
    void letTheWorkerIn() {
        ask("alter role posthorn_messaging_worker login");
    }

    @Test
    void whateverIsAnsweredIsCommittedBeforeItsAnswer() {
        var team = Team.connected();

        try (var senders = Executors.newFixedThreadPool(8)) {
            var seen = IntStream.range(0, 200)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                var wamid = "wamid.%s.%d".formatted(team.workspace, number);
                                team.hears(Webhooks.text("15550002000", wamid, "text " + number));
                                return inJournal(wamid);
                            },
                            senders))
                    .toList();
            assertThat(seen.stream().map(CompletableFuture::join)).containsOnly("1");
        }

        await().untilAsserted(() -> assertThat(team.rows("select count(*) from message where workspace_id = '%s'"))
                .containsExactly("200"));
    }

    @Test
    void withoutTheDatabaseTheAnswerIs503AndWhatMetaSendsAgainIsStoredOnce() {
        var team = Team.connected();
        team.hears(Webhooks.text("15550002000", "wamid.first", "first"));
        await().until(() -> team.conversationIds().size() == 1);
        var body = Webhooks.body(Webhooks.entry(
                Webhooks.messages(team.world.phoneNumberId(), Webhooks.text("15550002000", "wamid.again", "again"))));

        shutTheWorkerOut();
        var away = team.world.post(body);
        letTheWorkerIn();

        assertThat(away).isEqualTo(503);
        await().until(() -> team.world.post(body) == 200);
        await().untilAsserted(() -> assertThat(
                        team.rows("select wamid from message where workspace_id = '%s' order by wamid"))
                .containsExactly("wamid.again", "wamid.first"));
    }

    private static String inJournal(String wamid) {
        return ask("select count(*) from webhook_journal where position(convert_to('%s\"', 'UTF8') in body) > 0"
                .formatted(wamid));
    }

    /** A connection that was being opened when the role was shut shows a moment later. */
    private static void shutTheWorkerOut() {
        ask("alter role posthorn_messaging_worker nologin");
        await().during(A_MOMENT).until(() -> ask("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                        + "where usename = 'posthorn_messaging_worker'")
                .equals("0"));
    }

    private static String ask(String sql) {
        var rows = Stores.database("messaging").askAsSuperuser(sql);
        return rows.isEmpty() ? "" : rows.getFirst();
    }
}
