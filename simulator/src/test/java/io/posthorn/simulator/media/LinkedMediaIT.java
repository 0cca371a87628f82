package io.posthorn.simulator.media;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkedMediaIT {
    @TestHTTPResource
    URI base;

    @Test
    @Shows("A3.19")
    void isAcceptedAndFailsLaterWhenItCannotBeFetched() {
        try (var sink = new WebhookSink()) {
            var world = new SimulatorClient(base).world("\"window\":\"off\"");
            world.listen(sink);
            world.fault("\"kind\":\"fail-later\",\"code\":131053");

            var answer = world.post("""
                    {"messaging_product":"whatsapp","to":"+15550002000","type":"image","image":{"link":"https://gone.example/a.png"}}""");

            var wamid = answer.json().at("/messages/0/id").asText();
            assertThat(answer.status()).isEqualTo(200);
            await().until(() -> sink.statusesOf(wamid).equals(List.of("failed")));
            assertThat(sink.statuses().getLast().at("/errors/0/code").asInt()).isEqualTo(131053);
        }
    }
}
