package io.posthorn.messaging.receiving;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class IdentitiesIT {
    private static final String USER_ID = "US.900000000000000001";

    private Team team;

    @BeforeEach
    void connect() {
        team = Team.connected();
    }

    /** Both generations of webhooks: a number alone, an id alone, and then both together. */
    @Test
    void twoContactsThatTurnOutToBeOnePersonBecomeOne() {
        hears("\"from\":\"15550002000\"", "wamid.1", "by number", "");
        hears("\"from_user_id\":\"%s\"".formatted(USER_ID), "wamid.2", "by id", "");
        await().until(() -> contacts().size() == 2);
        hears("\"from\":\"%s\"".formatted(USER_ID), "wamid.3", "by id in the number's place", "");
        hears(
                "\"from\":\"15550002000\",\"from_user_id\":\"%s\"".formatted(USER_ID),
                "wamid.4",
                "both",
                "{\"wa_id\":\"15550002000\",\"user_id\":\"%s\",\"profile\":{\"name\":\"Ana\",\"username\":\"@ana\"}}"
                        .formatted(USER_ID));

        await().untilAsserted(() -> assertThat(contacts()).hasSize(1));
        assertThat(contacts()).containsExactly("+15550002000 " + USER_ID + " @ana");
        var conversation = team.conversationIds();
        assertThat(conversation).hasSize(1);
        assertThat(team.get("/api/v1/conversations/{id}/messages", conversation.getFirst())
                        .getList("data.content.body"))
                .containsExactlyInAnyOrder("by number", "by id", "by id in the number's place", "both");
        assertThat(team.get("/api/v1/conversations/{id}", conversation.getFirst())
                        .getInt("unreadCount"))
                .isEqualTo(4);
        assertThat(events("contact.merged", "conversation.merged")).hasSize(2);
    }

    @Test
    void anotherNumberIsTheSamePersonAndTheOldNumberIsItsNextOwners() {
        hears("\"from\":\"15550002001\"", "wamid.1", "old number", "");
        await().until(() -> contacts().size() == 1);
        team.hears(Webhooks.message("15550002001", "wamid.2", 100, """
                "type":"system","system":{"type":"user_changed_number","wa_id":"15550002999","body":"moved"}"""));
        await().untilAsserted(() -> assertThat(contacts()).containsExactly("+15550002999 null null"));

        team.hears(
                Webhooks.message("15550002999", "wamid.3", 200, "\"type\":\"text\",\"text\":{\"body\":\"me again\"}"));
        team.hears(
                Webhooks.message("15550002001", "wamid.4", 50, "\"type\":\"text\",\"text\":{\"body\":\"was late\"}"));
        await().untilAsserted(() -> assertThat(team.rows("select count(*) from message where workspace_id = '%s'"))
                .containsExactly("4"));
        assertThat(contacts()).hasSize(1);
        assertThat(team.conversationIds()).hasSize(1);

        team.hears(Webhooks.message(
                "15550002001", "wamid.5", 9_000, "\"type\":\"text\",\"text\":{\"body\":\"new owner\"}"));
        await().untilAsserted(() ->
                assertThat(contacts()).containsExactlyInAnyOrder("+15550002999 null null", "+15550002001 null null"));
    }

    @Test
    void aNewNumberThatWroteBeforeItsNoticeIsMergedByIt() {
        hears("\"from\":\"15550002003\"", "wamid.1", "old", "");
        team.hears(Webhooks.message("15550002004", "wamid.2", 300, "\"type\":\"text\",\"text\":{\"body\":\"new\"}"));
        await().until(() -> contacts().size() == 2);
        team.hears(Webhooks.message("15550002003", "wamid.3", 200, """
                "type":"system","system":{"type":"user_changed_number","wa_id":"15550002004"}"""));

        await().untilAsserted(() -> assertThat(contacts()).containsExactly("+15550002004 null null"));
        assertThat(team.conversationIds()).hasSize(1);
    }

    @Test
    void anotherUserIdIsTheSamePerson() {
        hears("\"from_user_id\":\"%s\"".formatted(USER_ID), "wamid.1", "hidden", "");
        await().until(() -> contacts().size() == 1);
        team.hears("""
                {"from_user_id":"%s","id":"wamid.2","timestamp":"1700000100","type":"system",
                "system":{"type":"user_changed_user_id","user_id":"US.2"}}""".formatted(USER_ID));

        await().untilAsserted(() -> assertThat(contacts()).containsExactly("null US.2 null"));
    }

    @Test
    void aWishAboutMarketingIsTheContactsConsentAndTheLatestCounts() {
        hears("\"from\":\"15550002000\"", "wamid.1", "hi", "");
        await().until(() -> contacts().size() == 1);

        wishes("stop", 200);
        wishes("resume", 100);
        wishes("stop", 200);

        await().untilAsserted(() ->
                assertThat(team.get("/api/v1/contacts").getList("data.consent")).containsExactly("opted_out"));
        await().until(() -> team.rows("select count(*) from webhook_notice where workspace_id = '%s'")
                .contains("2"));
        var contact = team.get("/api/v1/contacts");
        assertThat(contact.getString("data[0].consent")).isEqualTo("opted_out");
        assertThat(contact.getString("data[0].consentScope")).isEqualTo("marketing");
        assertThat(events("contact.consent-changed")).hasSize(1);
        wishes("resume", 300);
        await().untilAsserted(() ->
                assertThat(team.get("/api/v1/contacts").getList("data.consent")).containsExactly("opted_in"));
    }

    private void wishes(String value, int second) {
        team.world.post(Webhooks.body(Webhooks.entry(Webhooks.news(
                team.world.phoneNumberId(), "user_preferences", """
                "contacts":[{"wa_id":"15550002000"}],"user_preferences":[{"wa_id":"15550002000","detail":"-",
                "category":"marketing_messages","value":"%s","timestamp":%d}]""".formatted(value, 1_700_000_000 + second)))));
    }

    private void hears(String sender, String wamid, String body, String contact) {
        var change = """
                {"field":"messages","value":{"metadata":{"phone_number_id":"%s"},"contacts":[%s],"messages":[
                {%s,"id":"%s","timestamp":"1700000000","type":"text","text":{"body":"%s"}}]}}""".formatted(team.world.phoneNumberId(), contact, sender, wamid, body);
        team.world.post(Webhooks.body(Webhooks.entry(change)));
    }

    private List<String> contacts() {
        var page = team.get("/api/v1/contacts");
        List<String> ids = page.getList("data.id");
        return java.util.stream.IntStream.range(0, ids.size())
                .mapToObj(index -> "%s %s %s"
                        .formatted(
                                page.getString("data[%d].phone".formatted(index)),
                                page.getString("data[%d].userId".formatted(index)),
                                page.getString("data[%d].username".formatted(index))))
                .toList();
    }

    private List<String> events(String... types) {
        return team.rows("select type from outbox where workspace_id = '%s' and type in ("
                + java.util.Arrays.stream(types)
                        .map("'posthorn.%s'"::formatted)
                        .collect(java.util.stream.Collectors.joining(","))
                        .replace("%", "%%")
                + ")");
    }
}
