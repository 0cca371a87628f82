package io.posthorn.simulator.limit;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates outside windows: how many customers they reach, and what keeps marketing away. */
@QuarkusTest
class TemplateLimitsIT {
    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base)
                .world("\"templates\":{\"reviewMillis\":0},"
                        + "\"statuses\":{\"sentAfterMillis\":0,\"deliveredAfterMillis\":0,\"readAfterMillis\":0}");
        world.listen(sink);
        world.approved(template("offer", "MARKETING"));
        world.approved(template("news", "UTILITY"));
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"E3.1", "E3.2", "E3.3", "E3.4", "I4.4", "F2.131048"})
    void reachesNoMoreCustomersADayThanTheTierAllows() {
        limits("\"messagingLimit\":true");
        number("{\"messagingLimit\":\"TIER_50\"}");
        for (var customer = 0; customer < 50; customer++) {
            send("news", "1555000%04d".formatted(customer));
        }

        assertThat(statuses(send("news", "15550009999"))).containsExactly("failed");
        assertThat(failure(131048)).isTrue();
        assertThat(statuses(send("news", "15550000000"))).doesNotContain("failed");

        world.customerWrites("15550009998", "hello");
        assertThat(statuses(send("news", "15550009998"))).doesNotContain("failed");

        world.clock("\"advanceSeconds\":86401");
        assertThat(statuses(send("news", "15550009999"))).doesNotContain("failed");
    }

    @Test
    @Shows({"E3.5", "E3.6"})
    void risesToTheNextTierAfterSixHours() {
        limits("\"messagingLimit\":true");
        number("{\"messagingLimit\":\"TIER_50\"}");
        for (var customer = 0; customer < 25; customer++) {
            send("news", "1555000%04d".formatted(customer));
        }
        assertThat(tier()).isEqualTo("TIER_50");

        world.clock("\"advanceSeconds\":%d".formatted(6 * 3600 + 1));

        await().until(() -> tier().equals("TIER_250"));
    }

    @Test
    @Shows({"E1.5", "E1.6", "F2.131057"})
    void isUpgradedToTheHighThroughput() {
        limits("\"throughput\":true,\"upgradeAt\":3");
        number("{\"messagingLimit\":\"TIER_UNLIMITED\"}");
        for (var customer = 0; customer < 3; customer++) {
            assertThat(send("news", "1555000000" + customer).status()).isEqualTo(200);
        }

        assertThat(send("news", "15550000004").errorCode()).isEqualTo(131057);
        world.clock("\"advanceSeconds\":61");
        assertThat(send("news", "15550000004").status()).isEqualTo(200);
        assertThat(world.get(world.number() + "?fields=throughput").text()).contains("HIGH");
    }

    @Test
    @Shows({"E5.1", "E5.2", "I4.6", "F2.131049", "F1.13"})
    void deliversSoMuchMarketingADay() {
        limits("\"marketingPerDay\":1");
        assertThat(statuses(send("offer", "15550002000"))).contains("delivered");
        await().until(() -> sink.statuses().stream()
                .anyMatch(status -> status.path("status").asText().equals("read")));

        assertThat(statuses(send("offer", "15550002000"))).containsExactly("failed");
        assertThat(failure(131049)).isTrue();
        assertThat(statuses(send("news", "15550002000"))).doesNotContain("failed");

        world.customerWrites("15550002000", "more, please");
        assertThat(statuses(send("offer", "15550002000"))).doesNotContain("failed");

        world.clock("\"advanceSeconds\":%d".formatted(25 * 3600));
        assertThat(statuses(send("offer", "15550002000"))).doesNotContain("failed");
    }

    @Test
    @Shows("E5.3")
    void deliversNoMarketingToAmericansWhilePaused() {
        limits("\"usMarketingPaused\":true");

        assertThat(statuses(send("offer", "15550002000"))).containsExactly("failed");
        assertThat(failure(131049)).isTrue();
        assertThat(statuses(send("offer", "4915112345678"))).doesNotContain("failed");
        assertThat(statuses(send("news", "15550002000"))).doesNotContain("failed");
    }

    @Test
    @Shows({"I4.5", "F2.130472"})
    void keepsMarketingFromThoseInAnExperiment() {
        limits("\"experimentRate\":1");

        assertThat(statuses(send("offer", "15550002000"))).containsExactly("failed");
        assertThat(failure(130472)).isTrue();
        assertThat(statuses(send("news", "15550002000"))).doesNotContain("failed");
    }

    @Test
    @Shows({"I4.7", "F2.131050"})
    void keepsMarketingFromThoseWhoStoppedIt() {
        world.simulator().control("POST", "/_sim/customers/15550002000/preferences", """
                {"phoneNumberId":"%s","value":"stop"}""".formatted(world.number()));

        assertThat(statuses(send("offer", "15550002000"))).containsExactly("failed");
        assertThat(failure(131050)).isTrue();
    }

    @Test
    @Shows({"I4.9", "F2.131026"})
    void doesNotReachWhoIsNotOnWhatsApp() {
        limits("\"undeliverableRate\":0.5");
        var reached = 0;
        for (var customer = 0; customer < 40; customer++) {
            reached += statuses(send("news", "155500020" + (10 + customer))).contains("failed") ? 0 : 1;
        }

        assertThat(reached).isBetween(5, 35);
        assertThat(failure(131026)).isTrue();
    }

    @Test
    @Shows("B7.36")
    void pricesWhatComesByTheMarketingApiOnItsOwn() {
        assertThat(statuses(marketing("offer"))).contains("delivered");

        assertThat(sink.statuses().getFirst().path("pricing").path("category").asText())
                .isEqualTo("marketing_lite");
    }

    @Test
    @Shows({"E8.1", "I4.8", "F2.131030"})
    void writesFromATestNumberToItsListOnly() {
        number("{\"accountMode\":\"SANDBOX\"}");
        var path = "/_sim/worlds/%s/numbers/%s/recipients".formatted(world.id(), world.number());

        var before = send("news", "15550002000");
        world.simulator().control("PUT", path, "{\"recipients\":[\"+1 555 000 2000\"]}");
        var after = send("news", "15550002000");
        var six = world.simulator().control("PUT", path, "{\"recipients\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}");

        assertThat(before.errorCode()).isEqualTo(131030);
        assertThat(after.status()).isEqualTo(200);
        assertThat(six.status()).isEqualTo(422);
    }

    private Answer send(String template, String customer) {
        return world.sendTemplate(
                "+" + customer, "{\"name\":\"%s\",\"language\":{\"code\":\"en_US\"}}".formatted(template));
    }

    private Answer marketing(String template) {
        return world.simulator()
                .graph("POST", "/v25.0/" + world.number() + "/marketing_messages", world.token(), """
                {"messaging_product":"whatsapp","to":"+15550002000","type":"template",
                 "template":{"name":"%s","language":{"code":"en_US"}}}""".formatted(
                                template));
    }

    /** What becomes of a message, as soon as that is clear. */
    private List<String> statuses(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var wamid = answer.json().path("messages").path(0).path("id").asText();
        await().until(() -> sink.statusesOf(wamid).contains("failed")
                || sink.statusesOf(wamid).contains("delivered"));
        return sink.statusesOf(wamid);
    }

    private boolean failure(int code) {
        return sink.statuses().stream()
                .anyMatch(status -> status.path("errors").path(0).path("code").asInt() == code);
    }

    private void limits(String limits) {
        world.change("{\"limits\":{" + limits + "}}");
    }

    private void number(String traits) {
        world.simulator().control("PATCH", "/_sim/worlds/%s/numbers/%s".formatted(world.id(), world.number()), traits);
    }

    private String tier() {
        return world.get(world.number() + "?fields=whatsapp_business_manager_messaging_limit")
                .json()
                .path("whatsapp_business_manager_messaging_limit")
                .asText();
    }

    private static String template(String name, String category) {
        return """
                {"name":"%s","language":"en_US","category":"%s","components":[{"type":"BODY","text":"Something new is here."}]}""".formatted(name, category);
    }
}
