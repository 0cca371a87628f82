package io.posthorn.messaging.receiving;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import io.posthorn.testkit.Stores;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class ReceivingIT {
    private Team team;

    @BeforeEach
    void connect() {
        team = Team.connected();
    }

    @Test
    void aWrongOrMissingSignatureIsRefusedAndNothingIsStored() {
        var before = count("select count(*) from webhook_journal");
        var body = Webhooks.body(Webhooks.entry(message("wamid.A", "hello")));

        var wrong = team.world.post(body, "sha256=" + "0".repeat(64));
        var missing = team.world.post(body, "");

        assertThat(List.of(wrong, missing)).containsOnly(401);
        assertThat(count("select count(*) from webhook_journal")).isEqualTo(before);
    }

    @Test
    void theSameWebhookFiveTimesHasOneEffect() {
        var body = Webhooks.body(Webhooks.entry(message("wamid.five", "once")));

        IntStream.range(0, 5).forEach(time -> assertThat(team.world.post(body)).isEqualTo(200));

        workedOff();
        assertThat(messages()).containsExactly("once");
        assertThat(count("select unread_count from conversation where workspace_id = '%s'"))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from outbox where workspace_id = '%s' and type = 'posthorn.message.received'"))
                .isEqualTo(1);
    }

    @Test
    void twoEqualTextsAreTwoMessages() {
        team.world.post(Webhooks.body(Webhooks.entry(message("wamid.1", "same"), message("wamid.2", "same"))));

        workedOff();

        assertThat(messages()).containsExactly("same", "same");
    }

    @Test
    void everyItemOfEveryChangeOfEveryEntryIsStored() {
        var entries = IntStream.range(0, 3)
                .mapToObj(entry -> Webhooks.entry(IntStream.range(0, 3)
                        .mapToObj(change -> Webhooks.messages(
                                team.world.phoneNumberId(),
                                IntStream.range(0, 10)
                                        .mapToObj(item -> text(entry * 100 + change * 10 + item))
                                        .toArray(String[]::new)))
                        .toArray(String[]::new)))
                .toArray(String[]::new);

        team.world.post(Webhooks.body(entries));

        workedOff();
        assertThat(messages()).hasSize(90).doesNotHaveDuplicates();
        assertThat(count("select count(*) from contact where workspace_id = '%s'"))
                .isEqualTo(90);
    }

    @Test
    void twoFirstMessagesAtTheSameInstantMakeOneContactAndOneConversation() {
        var posts = Stream.of("wamid.x", "wamid.y", "wamid.z")
                .map(wamid -> CompletableFuture.supplyAsync(
                        () -> team.world.post(Webhooks.body(Webhooks.entry(message(wamid, wamid))))))
                .toList();

        assertThat(posts.stream().map(CompletableFuture::join)).containsOnly(200);

        workedOff();
        assertThat(messages()).hasSize(3);
        assertThat(count("select count(*) from contact where workspace_id = '%s'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from conversation where workspace_id = '%s'"))
                .isEqualTo(1);
    }

    @Test
    void aBodyThatNamesAnotherWorkspacesNumberLeadsNowhere() {
        var other = Team.connected();
        var forged =
                Webhooks.messages(other.world.phoneNumberId(), Webhooks.text("15550002666", "wamid.forged", "gotcha"));

        team.world.post(Webhooks.body(Webhooks.entry(forged, message("wamid.mine", "mine"))));

        workedOff();
        assertThat(messages()).containsExactly("mine");
        assertThat(other.conversationIds()).isEmpty();
    }

    @Test
    void aBrokenBodyDoesNotHoldUpTheOthers() {
        team.world.post("{\"object\": [unfinished");
        team.world.post(Webhooks.body(Webhooks.entry(message("wamid.after", "after \\u0000 it"))));

        await().untilAsserted(() -> assertThat(messages()).containsExactly("after \ufffd it"));
        assertThat(count("select count(*) from journal_task where error is not null"))
                .isPositive();
    }

    @Test
    void unknownTypesAndHiddenNumbersAreKept() {
        var unknown = """
                {"from_user_id":"US.900000000000000001","id":"wamid.new","timestamp":"1790000000","type":"hologram","hologram":[1]}""";

        team.world.post(Webhooks.body(Webhooks.entry(Webhooks.messages(team.world.phoneNumberId(), unknown))));

        workedOff();
        assertThat(query("select content -> 'raw' ->> 'type' from message where workspace_id = '%s'"))
                .containsExactly("hologram");
        assertThat(query("select value from contact_identity where workspace_id = '%s'"))
                .containsExactly("US.900000000000000001");
    }

    @Test
    void aStatusThatIsFasterThanItsMessageIsMatchedLater() {
        team.world.post(Webhooks.body(Webhooks.entry(
                Webhooks.statuses(team.world.phoneNumberId(), Webhooks.status("wamid.early", "read", null)))));

        workedOff();

        assertThat(query("select state from parked_status where workspace_id = '%s'"))
                .containsExactly("read");
    }

    private String message(String wamid, String body) {
        return Webhooks.messages(team.world.phoneNumberId(), Webhooks.text("15550002000", wamid, body));
    }

    private static String text(int number) {
        return Webhooks.text("1555000%04d".formatted(2000 + number), "wamid.n" + number, "text " + number);
    }

    private void workedOff() {
        await().until(() -> count("select count(*) from journal_task where error is null") == 0);
    }

    private List<String> messages() {
        return query("select content ->> 'body' from message where workspace_id = '%s' order by id");
    }

    private long count(String sql) {
        return Long.parseLong(query(sql).getFirst());
    }

    private List<String> query(String sql) {
        return Stores.database("messaging").askAsSuperuser(sql.formatted(team.workspace));
    }
}
