package io.posthorn.messaging.notice;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class NoticesIT {
    private static final long TIME = 1_700_000_000;

    private Team team;

    @BeforeEach
    void connect() {
        team = Team.connected();
    }

    @Test
    void whatNobodyActsOnIsKeptOnceAndShownToThoseInCharge() {
        tell("account_update", "{\"event\":\"VERIFIED_ACCOUNT\"}");
        tell("account_update", "{\"event\":\"VERIFIED_ACCOUNT\"}");
        tell("flows", "{\"event\":\"FLOW_STATUS_CHANGE\",\"flow_id\":\"1\"}");
        tell("something_of_2031", "{\"weight\":12.5,\"odd\\u0000\":\"\\u0000\"}");
        team.world.post(Webhooks.body(Webhooks.entry(
                Webhooks.news(
                        team.world.phoneNumberId(), "calls", "\"calls\":[{\"id\":\"wacid.1\",\"event\":\"connect\"}]"),
                Webhooks.messages(team.world.phoneNumberId(), "{\"type\":\"text\",\"text\":{\"body\":\"no id\"}}"))));

        await().untilAsserted(() -> assertThat(fields())
                .containsExactlyInAnyOrder("account_update", "flows", "something_of_2031", "calls", "messages"));
        var first = team.as("admin")
                .get("/api/v1/webhook-notices?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var rest = team.as("owner")
                .get("/api/v1/webhook-notices?limit=100&cursor={cursor}", first.getString("nextCursor"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> all = first.getList("data.field");
        all.addAll(rest.getList("data.field"));
        assertThat(all).containsExactlyInAnyOrderElementsOf(fields());
        assertThat(
                        team.rows(
                                "select body -> 'value' ->> 'weight' from webhook_notice where workspace_id = '%s' and field like 'some%%'"))
                .containsExactly("12.5");
        assertThat(team.rows("select reason from webhook_notice where workspace_id = '%s' and field = 'messages'"))
                .containsExactly("message without id");
        assertThat(team.rows("select count(*) from webhook_notice where workspace_id = '%s' and channel_id is null"))
                .containsExactly("0");
    }

    @Test
    void othersAndAgentsSeeNothing() {
        tell("account_alerts", "{\"alert_type\":\"OBA_REJECTED\",\"entity_type\":\"BUSINESS\"}");
        await().until(() -> fields().size() == 1);

        team.agent().get("/api/v1/webhook-notices").then().statusCode(403);
        assertThat(Team.connected()
                        .as("owner")
                        .get("/api/v1/webhook-notices")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("data"))
                .isEmpty();
    }

    @Test
    void nobodyHearsOfAnAccountThatIsNotTheirs() {
        var forger = Team.connected();
        forger.world.post(Webhooks.body(
                Webhooks.accountEntry(team.world.wabaId(), TIME, "account_update", "{\"event\":\"ACCOUNT_DELETED\"}")));
        tell("account_update", "{\"event\":\"VERIFIED_ACCOUNT\"}");

        await().until(() -> fields().size() == 1);
        assertThat(forger.rows("select field from webhook_notice where workspace_id = '%s'"))
                .isEmpty();
        assertThat(team.rows("select body -> 'value' ->> 'event' from webhook_notice where workspace_id = '%s'"))
                .containsExactly("VERIFIED_ACCOUNT");
    }

    private void tell(String field, String value) {
        team.world.post(Webhooks.body(Webhooks.accountEntry(team.world.wabaId(), TIME, field, value)));
    }

    private List<String> fields() {
        return team.rows("select field from webhook_notice where workspace_id = '%s' order by id");
    }
}
