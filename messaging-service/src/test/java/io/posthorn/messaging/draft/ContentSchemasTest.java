package io.posthorn.messaging.draft;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.messaging.content.TemplateSamples;
import io.posthorn.messaging.content.TypeSample;
import io.posthorn.messaging.content.TypeSamples;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API document knows every field of everything that can be sent. */
class ContentSchemasTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Map<String, Class<?>> SCHEMAS = Map.ofEntries(
            Map.entry("text", ContentSchemas.Text.class),
            Map.entry("image", ContentSchemas.CaptionedFile.class),
            Map.entry("video", ContentSchemas.CaptionedFile.class),
            Map.entry("audio", ContentSchemas.Audio.class),
            Map.entry("document", ContentSchemas.Document.class),
            Map.entry("sticker", ContentSchemas.File.class),
            Map.entry("location", ContentSchemas.Location.class),
            Map.entry("contacts", ContentSchemas.Contact[].class),
            Map.entry("interactive", InteractiveSchemas.Interactive.class),
            Map.entry("reaction", ContentSchemas.Reaction.class),
            Map.entry("template", TemplateSchemas.Template.class));

    static Stream<TypeSample> everything() {
        var templates = TemplateSamples.all().stream()
                .map(sample -> new TypeSample(
                        "template " + sample.name(), "template", """
                        {"name":"%s","language":{"code":"en_US"},"components":%s}""".formatted(sample.name(), sample.values()), ""));
        return Stream.concat(TypeSamples.all("01a1fc15-678b-7851-bc40-f52176b702eb").stream(), templates);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isDocumented(TypeSample sample) throws IOException {
        var content = withoutThePaymentProviders(JSON.readTree(sample.own()));

        assertThatCode(() -> JSON.treeToValue(content, SCHEMAS.get(sample.type())))
                .as(sample.name())
                .doesNotThrowAnyException();
    }

    /** What a payment provider wants is its own affair, which the document says. */
    private static JsonNode withoutThePaymentProviders(JsonNode content) {
        if (content.at("/action/name").asText().equals("review_and_pay")) {
            ((ObjectNode) content.path("action")).remove("parameters");
        }
        return content;
    }
}
