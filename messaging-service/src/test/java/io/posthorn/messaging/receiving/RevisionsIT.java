package io.posthorn.messaging.receiving;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class RevisionsIT {
    private static final String ANA = "15550002000";

    private Team team;

    @BeforeEach
    void connect() {
        team = Team.connected();
    }

    /** 24 messages, each with another order of the same four webhooks; every webhook comes twice. */
    @Test
    void everyOrderOfArrivalEndsTheSame() {
        var orders = permutations(List.of(0, 1, 2, 3));
        for (var number = 0; number < orders.size(); number++) {
            var wamid = "wamid.o" + number;
            var parts = List.of(
                    text(wamid, "first"),
                    edit(wamid + ".a", 10, wamid, "second"),
                    edit(wamid + ".b", 20, wamid, "third"),
                    reaction(wamid + ".c", 30, wamid, "👍"));
            orders.get(number).forEach(part -> team.hears(parts.get(part), parts.get(part)));
        }

        await().untilAsserted(() -> assertThat(team.rows("""
                        select content ->> 'body' || ' ' || (original_content ->> 'body') || ' ' || (
                            select string_agg(emoji, ',') from message_reaction r
                            where r.workspace_id = m.workspace_id and r.message_id = m.id)
                        from message m where workspace_id = '%s'""")).hasSize(24).containsOnly("third first 👍"));
        var shown = team.message("wamid.o7");
        assertThat(shown.getString("content.body")).isEqualTo("third");
        assertThat(shown.getList("formerContents.content.body")).containsExactly("first", "second");
        assertThat(shown.getList("reactions.emoji")).containsExactly("👍");
        assertThat(shown.getList("reactions.by")).containsExactly("contact");
        assertThat(shown.getString("editedAt")).isEqualTo("2023-11-14T22:13:40Z");
        assertThat(team.rows("select count(*) from conversation where workspace_id = '%s'"))
                .containsExactly("1");
    }

    @Test
    void whatIsTakenBackShowsNoContentAndIsToldOnce() {
        team.hears(text("wamid.gone", "secret"));
        team.hears(revocation("wamid.r", 5, "wamid.gone"));
        team.hears(revocation("wamid.r", 5, "wamid.gone"));

        await().untilAsserted(() ->
                assertThat(team.message("wamid.gone").getString("deletedAt")).isNotNull());
        team.hears(edit("wamid.late", 3, "wamid.gone", "edited before"));
        await().untilAsserted(() -> assertThat(team.rows(
                        "select content ->> 'body' from message where workspace_id = '%s' and wamid = 'wamid.gone'"))
                .containsExactly("edited before"));
        assertThat(team.get("/api/v1/messages/{id}", team.messageId("wamid.gone"))
                        .getMap("content"))
                .isEmpty();
        assertThat(told()).containsExactly("received", "deleted", "edited");
    }

    @Test
    void aReactionIsChangedAndTakenBack() {
        team.hears(text("wamid.m", "hello"));
        team.hears(reaction("wamid.1", 1, "wamid.m", "👍"));
        team.hears(reaction("wamid.3", 3, "wamid.m", ""));
        team.hears(reaction("wamid.2", 2, "wamid.m", "❤️"));

        await().untilAsserted(() -> assertThat(team.rows(
                        "select count(*) from message_revision where workspace_id = '%s' and message_id is not null"))
                .containsExactly("3"));
        assertThat(team.message("wamid.m").getList("reactions")).isNull();
        assertThat(team.rows("select unread_count from conversation where workspace_id = '%s'"))
                .containsExactly("1");
    }

    @Test
    void ourOwnReactionStandsOnTheMessageWhenMetaHasTakenIt() {
        team.world.write(ANA, "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        var conversation = team.conversationIds().getFirst();
        var message =
                team.get("/api/v1/conversations/{id}/messages", conversation).getString("data[0].id");

        team.agent()
                .body("""
                        {"conversationId":"%s","type":"reaction","reaction":{"messageId":"%s","emoji":"🎉"}}""".formatted(conversation, message))
                .post("/api/v1/messages")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> assertThat(
                        team.get("/api/v1/messages/{id}", message).getList("reactions.by"))
                .containsExactly("business"));
    }

    @Test
    void whatOurPeopleWriteInTheAppIsAMessageOfOurs() {
        var echo = Webhooks.news(team.world.phoneNumberId(), "smb_message_echoes", """
                "message_echoes":[{"from":"15550001000","to":"%s","id":"wamid.echo","timestamp":"1700000000",
                "type":"text","text":{"body":"from the app"}}]""".formatted(ANA));

        team.world.post(Webhooks.body(Webhooks.entry(echo)));
        team.world.post(Webhooks.body(Webhooks.entry(echo)));
        await().until(() -> team.conversationIds().size() == 1);
        team.world.post(Webhooks.body(Webhooks.entry(
                Webhooks.statuses(team.world.phoneNumberId(), Webhooks.status("wamid.echo", "read", null)))));

        await().untilAsserted(() ->
                assertThat(team.message("wamid.echo").getString("status")).isEqualTo("read"));
        assertThat(team.message("wamid.echo").getString("direction")).isEqualTo("outbound");
        assertThat(told()).containsExactly("echoed", "status-changed");
        assertThat(team.get("/api/v1/conversations/{id}", team.conversationIds().getFirst())
                        .getString("window.expiresAt"))
                .isNull();
    }

    private List<String> told() {
        return team.rows("""
                select replace(type, 'posthorn.message.', '') from outbox
                where workspace_id = '%s' and topic = 'posthorn.message.v1' order by sequence""");
    }

    private static String text(String wamid, String body) {
        return Webhooks.message(ANA, wamid, 0, "\"type\":\"text\",\"text\":{\"body\":\"%s\"}".formatted(body));
    }

    private static String edit(String wamid, int second, String target, String body) {
        return Webhooks.message(ANA, wamid, second, """
                "type":"edit","edit":{"original_message_id":"%s","message":{"type":"text","text":{"body":"%s"}}}""".formatted(target, body));
    }

    private static String revocation(String wamid, int second, String target) {
        return Webhooks.message(
                ANA,
                wamid,
                second,
                "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"%s\"}".formatted(target));
    }

    private static String reaction(String wamid, int second, String target, String emoji) {
        return Webhooks.message(ANA, wamid, second, """
                "type":"reaction","reaction":{"message_id":"%s","emoji":"%s"}""".formatted(target, emoji));
    }

    private static List<List<Integer>> permutations(List<Integer> some) {
        if (some.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : some) {
            var rest = some.stream().filter(other -> !other.equals(first)).toList();
            permutations(rest).forEach(order -> {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            });
        }
        return all;
    }
}
