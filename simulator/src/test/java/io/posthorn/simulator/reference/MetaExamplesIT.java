package io.posthorn.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.testkit.MetaDocument;
import io.posthorn.testkit.MetaDocument.Example;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request that Meta's own document shows is accepted, with an answer of the documented shape. */
@QuarkusTest
class MetaExamplesIT {
    /** What Meta's document shows and nobody could accept. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "/whatsapp/webhooks", "webhooks are what the API posts, not what it takes",
            "/{Version}/{Phone-Number-ID}/messages_encrypted", "the contents are placeholders that no key opens",
            "Send Reply to List Message", "it lacks its type, and what has none is a text",
            "Send Sample Issue Resolution Template", "quick replies take a payload, not a text that is true or false");

    private static MetaDocument meta;

    @TestHTTPResource
    URI base;

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void acceptsWhatMetaShows(Example example) {
        try (var sink = new WebhookSink()) {
            var world = new ExampleWorld(new SimulatorClient(base).world(), sink);

            var answer = world.send(example);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            if (meta.describesAnswer(example.method(), example.path(), 200)) {
                assertThat(meta.faultsOfAnswer(example.method(), example.path(), 200, answer.json()))
                        .as(answer.text())
                        .isEmpty();
            }
        }
    }

    static Stream<Example> examples() {
        meta = MetaDocument.orSkip();
        return meta.examples().stream()
                .filter(example -> !EXCEPTIONS.containsKey(example.path()) && !EXCEPTIONS.containsKey(example.name()));
    }
}
