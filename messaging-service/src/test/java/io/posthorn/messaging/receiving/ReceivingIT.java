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

    @Test
    void anItemThatCannotBeStoredHoldsUpNoOtherOfItsBodyAndItsErrorIsSeen() {
        var poison = Webhooks.text("15550002000", "wamid." + "x".repeat(300), "too long an id");
        team.hears(
                Webhooks.text("15550002000", "wamid.before", "before"),
                poison,
                Webhooks.text("15550002000", "wamid.behind", "behind"));
        team.world.post(Webhooks.body(Webhooks.entry(message("wamid.next", "next"))));

        await().untilAsserted(() -> assertThat(messages()).containsExactlyInAnyOrder("before", "behind", "next"));
        await().untilAsserted(() -> assertThat(query("""
                        select error from journal_task t join webhook_journal j on j.id = t.journal_id
                        where position(convert_to('%s', 'UTF8') in j.body) > 0""".replace("%s", team.world.phoneNumberId())))
                .singleElement()
                .isNotNull());
        assertThat(io.restassured.RestAssured.get("/q/metrics").asString())
                .containsPattern("posthorn_journal_unstorable_total\\S* [1-9]");
    }

    @Test
    void everyMessageOfABatchOfAThousandIsStored() {
        team.hears(IntStream.range(0, 1000)
                .mapToObj(number ->
                        Webhooks.text("1555100%04d".formatted(number % 400), "wamid.b" + number, "text " + number))
                .toArray(String[]::new));

        await().untilAsserted(() -> assertThat(count("select count(*) from message where workspace_id = '%s'"))
                .isEqualTo(1000));
        assertThat(count("select sum(unread_count) from conversation where workspace_id = '%s'"))
                .isEqualTo(1000);
        assertThat(count(
                        "select count(*) from outbox where workspace_id = '%s' and type = 'posthorn.message.received'"))
                .isEqualTo(1000);
    }

    /** Each field names its sender, so a mixture would show in any row and any event. */
    @Test
    void ofAHundredSendersAtOnceNoFieldIsAnothers() {
        try (var people = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = IntStream.range(0, 100)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> team.world.post(ofSender(number)), people))
                    .toList();
            assertThat(posts.stream().map(CompletableFuture::join)).containsOnly(200);
        }

        await().untilAsserted(() -> assertThat(count("select count(*) from message where workspace_id = '%s'"))
                .isEqualTo(100));
        assertThat(query("""
                        select right(i.value, 3) || p.name || right(m.wamid, 3) || (m.content ->> 'body')
                        from message m
                        join conversation c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
                        join contact p on p.workspace_id = m.workspace_id and p.id = c.contact_id and p.id = m.contact_id
                        join contact_identity i on i.workspace_id = p.workspace_id and i.contact_id = p.id
                        join outbox e on e.workspace_id = m.workspace_id and e.type = 'posthorn.message.received'
                            and e.payload ->> 'messageId' = m.id::text and e.payload ->> 'contactId' = p.id::text
                            and e.payload ->> 'conversationId' = c.id::text and e.key = c.id
                        where m.workspace_id = '%s'"""))
                .hasSize(100)
                .allMatch(row -> row.matches("(\\d{3})\\1\\1\\1"))
                .doesNotHaveDuplicates();
    }

    @Test
    void journalAndLedgerAreDroppedWhenTheirTimeIsOver() {
        var owner = Stores.database("messaging");
        owner.ask("owner", """
                create table webhook_journal_2024010100 partition of webhook_journal
                    for values from ('2024-01-01T00:00Z') to ('2024-01-02T00:00Z');
                revoke all on webhook_journal_2024010100 from public, posthorn_messaging_runtime, posthorn_messaging_worker;
                select 1""");
        owner.ask("owner", """
                create table status_ledger_2024010100 partition of status_ledger
                    for values from (first_id_at('2024-01-01T00:00Z')) to (first_id_at('2024-01-31T00:00Z'));
                revoke all on status_ledger_2024010100 from public, posthorn_messaging_runtime, posthorn_messaging_worker;
                select 1""");
        var current = partitions();

        var dropped = owner.askAsSuperuser("""
                update partitioned_table set keep = interval '400 days' where name = 'status_ledger';
                select partition from maintain_partitions() where action = 'dropped' order by partition""");

        assertThat(dropped).contains("status_ledger_2024010100", "webhook_journal_2024010100");
        assertThat(partitions()).hasSize(current.size() - dropped.size()).isNotEmpty();
        assertThat(owner.askAsSuperuser("select keep from partitioned_table where name = 'webhook_journal'"))
                .containsExactly("30 days");
        owner.askAsSuperuser("update partitioned_table set keep = null where name = 'status_ledger'; select 1");
    }

    private static List<String> partitions() {
        return Stores.database("messaging").askAsSuperuser("""
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent in ('webhook_journal'::regclass, 'status_ledger'::regclass)""");
    }

    private String ofSender(int number) {
        return Webhooks.body(
                Webhooks.entry("""
                {"field":"messages","value":{"metadata":{"phone_number_id":"%s"},
                "contacts":[{"wa_id":"1555300%03d","profile":{"name":"%03d"}}],
                "messages":[{"from":"1555300%03d","id":"wamid.s%03d","timestamp":"1700000000","type":"text",
                "text":{"body":"%03d"}}]}}""".formatted(team.world.phoneNumberId(), number, number, number, number, number)));
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
