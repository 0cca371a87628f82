package io.posthorn.simulator.life;

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

@QuarkusTest
class LivesIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base)
                .world("\"window\":\"off\",\"templates\":{\"reviewMillis\":0},\"webhooks\":{\"concurrency\":1}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"I3.1", "B7.4", "B7.5", "B7.6", "B7.7", "A3.9"})
    void plays() {
        var wamid = wamid(send("audio", "{\"link\":\"https://cdn.example/a.ogg\",\"voice\":true}"));
        var music = wamid(send("audio", "{\"link\":\"https://cdn.example/a.mp3\",\"voice\":false}"));

        await().until(() -> sink.statusesOf(wamid).contains("played")
                && sink.statusesOf(music).contains("read"));
        endOfLife();
        assertThat(sink.statusesOf(wamid)).containsExactly("sent", "delivered", "read", "played");
        assertThat(sink.statusesOf(music)).containsExactly("sent", "delivered", "read");
    }

    @Test
    @Shows({"I3.2", "B7.10", "B7.26"})
    void isReadWithoutHavingBeenDelivered() {
        fault("\"kind\":\"skip-delivered\"");
        var byFault = world.sent("+" + CUSTOMER, "hi");
        world.change("{\"statuses\":{\"openChatRate\":1}}");
        var byRate = world.sent("+" + CUSTOMER, "hi");

        await().until(() -> sink.statusesOf(byRate).contains("read")
                && sink.statusesOf(byFault).contains("read"));

        assertThat(sink.statusesOf(byFault)).containsExactly("sent", "read");
        assertThat(sink.statusesOf(byRate)).containsExactly("sent", "read");
        assertThat(sink.statuses()).allMatch(status -> status.has("pricing"));
    }

    @Test
    @Shows("B7.11")
    void isNeverTellingThatItWasRead() {
        fault("\"kind\":\"skip-read\"");

        var wamid = world.sent("+" + CUSTOMER, "hi");

        endOfLife();
        assertThat(sink.statusesOf(wamid)).containsExactly("sent", "delivered");
    }

    @Test
    @Shows({"I3.3", "B7.14"})
    void failsAfterItWasSent() {
        fault("\"kind\":\"fail-later\",\"code\":131026,\"after\":\"sent\"");

        var wamid = world.sent("+" + CUSTOMER, "hi");

        endOfLife();
        assertThat(sink.statusesOf(wamid)).containsExactly("sent", "failed");
    }

    @Test
    @Shows({"I3.4", "B7.15", "B7.16", "B7.17"})
    void failsAtOnce() {
        fault("\"kind\":\"fail-later\",\"code\":131026");

        var wamid = world.sent("+" + CUSTOMER, "hi");

        endOfLife();
        assertThat(sink.statusesOf(wamid)).containsExactly("failed");
        assertThat(sink.statuses().getFirst().has("pricing")).isFalse();
        assertThat(sink.statuses().getFirst().has("conversation")).isFalse();
    }

    @Test
    @Shows("I3.8")
    void fallsSilent() {
        fault("\"kind\":\"silence\"");
        var nothing = world.sent("+" + CUSTOMER, "hi");
        fault("\"kind\":\"silence\",\"after\":\"sent\"");
        var sent = world.sent("+" + CUSTOMER, "hi");

        endOfLife();

        assertThat(sink.statusesOf(nothing)).isEmpty();
        assertThat(sink.statusesOf(sent)).containsExactly("sent");
    }

    @Test
    @Shows({"I3.9", "A7.3", "A7.4", "A7.5", "A7.6", "A7.7"})
    void reactionsAreSentAndNothingElse() {
        var message = world.customerWrites(CUSTOMER, "hello");
        var reacted = wamid(react(message));
        var unknown = wamid(react("wamid.unknown"));
        var text = world.sent("+" + CUSTOMER, "hi");
        var ours = wamid(react(text));
        var foreign = wamid(react(world.customerWrites("15550002001", "hello")));
        var reaction = wamid(react(world.write(
                        CUSTOMER,
                        "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"%s\",\"emoji\":\"x\"}".formatted(text))
                .json()
                .path("wamid")
                .asText()));
        world.write(CUSTOMER, "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"%s\"}".formatted(message));
        var deleted = wamid(react(message));

        endOfLife();

        assertThat(sink.statusesOf(reacted)).containsExactly("sent");
        assertThat(List.of(unknown, ours, foreign, reaction, deleted))
                .allSatisfy(wamid -> assertThat(sink.statusesOf(wamid)).containsExactly("failed"));
        assertThat(sink.statuses().stream()
                        .filter(status -> status.path("status").asText().equals("failed")))
                .allMatch(status -> status.path("errors").path(0).path("code").asInt() == 131009);
    }

    @Test
    @Shows("A7.4")
    void reactionsComeTooLateAfterAMonth() {
        var message = world.customerWrites(CUSTOMER, "hello");
        world.clock("\"advanceSeconds\":%d".formatted(31 * 24 * 3600));

        var late = wamid(react(message));

        await().until(() -> sink.statusesOf(late).equals(List.of("failed")));
    }

    @Test
    @Shows({"A1.31", "A1.33", "I3.8"})
    void waitsForAPhoneThatIsOffUntilItIsTooOld() {
        phone(false);
        var old = world.sent("+" + CUSTOMER, "old");
        world.clock("\"advanceSeconds\":%d".formatted(29 * 24 * 3600));
        var young = world.sent("+" + CUSTOMER, "young");
        await().until(() -> sink.statusesOf(young).contains("sent"));
        world.clock("\"advanceSeconds\":%d".formatted(2 * 24 * 3600));
        await().until(() -> phones().contains(":2"));

        phone(true);

        await().until(() -> sink.statusesOf(young).contains("read"));
        assertThat(sink.statusesOf(old)).containsExactly("sent");
    }

    @Test
    @Shows("A1.32")
    void codesLiveForTenMinutes() {
        world.approved("""
                {"name":"code","language":"en_US","category":"AUTHENTICATION","components":[{"type":"BODY"},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");
        phone(false);
        var wamid = wamid(world.sendTemplate("+" + CUSTOMER, """
                {"name":"code","language":{"code":"en_US"},"components":[
                 {"type":"body","parameters":[{"type":"text","text":"123456"}]},
                 {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]}"""));
        await().until(() -> phones().contains(":1"));
        world.clock("\"advanceSeconds\":601");

        phone(true);

        endOfLife();
        assertThat(sink.statusesOf(wamid)).containsExactly("sent");
    }

    private Answer send(String type, String content) {
        return world.post("""
                {"messaging_product":"whatsapp","to":"+%1$s","type":"%2$s","%2$s":%3$s}""".formatted(CUSTOMER, type, content));
    }

    private Answer react(String wamid) {
        return send("reaction", "{\"message_id\":\"%s\",\"emoji\":\"👍\"}".formatted(wamid));
    }

    private void fault(String fault) {
        world.fault(fault + ",\"recipient\":\"" + CUSTOMER + "\"");
    }

    private void phone(boolean online) {
        var answer = world.simulator()
                .control(
                        "PUT",
                        "/_sim/worlds/%s/phones/%s".formatted(world.id(), CUSTOMER),
                        "{\"online\":" + online + "}");
        assertThat(answer.status()).isEqualTo(200);
    }

    private String phones() {
        return world.simulator()
                .control("GET", "/_sim/worlds/%s/phones".formatted(world.id()), null)
                .text();
    }

    /** Another customer's message has lived its whole life, hence so have those that were sent before it. */
    private void endOfLife() {
        var last = world.sent("+15550009999", "last");
        await().until(() -> sink.statusesOf(last).contains("read"));
    }

    private static String wamid(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("messages").path(0).path("id").asText();
    }
}
