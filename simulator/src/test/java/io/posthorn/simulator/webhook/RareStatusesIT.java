package io.posthorn.simulator.webhook;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statuses that few receivers meet, and soon enough. */
@QuarkusTest
class RareStatusesIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":10}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows("B7.9")
    void postsTheHistoricalDeletedOnDemand() {
        var body = """
                {"entries":[{"id":"%s","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
                 "metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"},
                 "statuses":[{"id":"wamid.OUT","status":"deleted","timestamp":"1790000000","recipient_id":"%s"}]}}]}]}""".formatted(world.account(), world.number(), CUSTOMER);

        var answer = world.simulator().control("POST", "/_sim/worlds/%s/webhooks".formatted(world.id()), body);

        assertThat(answer.json().path("status").asInt()).isEqualTo(200);
        assertThat(sink.statusesOf("wamid.OUT")).containsExactly("deleted");
        assertThat(sink.received().getLast().isSignedWith(world.secret())).isTrue();
    }

    @Test
    @Shows("B7.33")
    void pricesCodesAsAuthentication() {
        world.approved("""
                {"name":"code","language":"en_US","category":"AUTHENTICATION","components":[{"type":"BODY"},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");

        var wamid = world.sendTemplate("+" + CUSTOMER, """
                {"name":"code","language":{"code":"en_US"},"components":[
                 {"type":"body","parameters":[{"type":"text","text":"123456"}]},
                 {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]}""")
                .json()
                .at("/messages/0/id")
                .asText();

        await().until(() -> sink.statusesOf(wamid).contains("sent"));
        assertThat(sink.statuses().getFirst().at("/pricing/category").asText()).isEqualTo("authentication");
    }

    /** In the world's time: while its clock stands still, nothing that is due later can have come. */
    @Test
    @Shows("B3.15")
    void tellsAtOnce() {
        world.clock("\"frozen\":true");

        world.customerWrites(CUSTOMER, "hello");

        await().until(() -> sink.messages().size() == 1);
    }
}
