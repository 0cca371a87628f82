package io.posthorn.template.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateComponents;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import io.posthorn.cloudapi.template.TemplateRules;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our rules and the simulator's were written apart from the same facts about Meta. Where they disagree, one of them has
 * read wrongly, so every disagreement is listed here with its reason.
 */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(NeighbourServices.class)
class RulesAgreementIT {
    /** Variables side by side: Meta takes them and its review rejects them later; we say so at once. */
    private static final List<String> STRICTER = List.of("body_6", "body_7");

    @Test
    void agreeWithTheSimulators() {
        var world = World.create();
        world.change("{\"templates\":{\"creationsPerHour\":1000}}");

        var disagreements = samples().stream()
                .filter(sample -> TemplateRules.check(sample).isEmpty() != isTaken(world, sample))
                .map(TemplateDefinition::name)
                .toList();

        assertThat(disagreements).containsExactlyElementsOf(STRICTER);
    }

    private static boolean isTaken(World world, TemplateDefinition definition) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", definition.name())
                .put("language", definition.language())
                .put("category", definition.category())
                .set("components", TemplateComponents.of(definition, null));
        var answer = Http.post(
                world.simulator() + "/v25.0/%s/message_templates".formatted(world.wabaId()),
                body.toString(),
                "Authorization",
                "Bearer " + world.accessToken());
        return answer.status() == 200;
    }

    private static List<TemplateDefinition> samples() {
        var samples = new ArrayList<TemplateDefinition>();
        bodies().forEach(body -> samples.add(sample("body", samples, null, body, null, List.of())));
        headers().forEach(header -> samples.add(sample("header", samples, header, plain(), null, List.of())));
        footers().forEach(footer -> samples.add(sample("footer", samples, null, plain(), footer, List.of())));
        buttons().forEach(buttons -> samples.add(sample("buttons", samples, null, plain(), null, buttons)));
        return samples;
    }

    private static Stream<TemplateBody> bodies() {
        var texts = Stream.of(
                "Hello",
                "Hello {{1}}, your order {{2}} is on its way.",
                "Hello {{1}}, bye",
                "Hello to you, dear {{1}}",
                "Hello to you, dear {{1}}.",
                "{{1}} is what we wanted to tell you",
                "Hello {{1}} {{2}}, your order is on its way to you now.",
                "Hello {{1}}{{2}}, your order is on its way to you now.",
                "Hello {{2}}, your order is on its way.",
                "Hello {{1}}, your order {{1}} is on its way.",
                "Hello {{ 1 }}, your order is on its way.",
                "Hello {{1, your order is on its way.",
                "*bold* _italic_ 👋 text",
                "tab\there",
                "many     spaces",
                "three\n\n\nbreaks",
                "two\n\nbreaks",
                "a".repeat(1024),
                "a".repeat(1025));
        return texts.map(text -> new TemplateBody(text, Collections.nCopies(variables(text), "x")));
    }

    private static Stream<TemplateHeader> headers() {
        return Stream.of(
                new TemplateHeader("TEXT", "Order", null, null),
                new TemplateHeader("TEXT", "Order {{1}}", "A-17", null),
                new TemplateHeader("TEXT", "Order {{1}}", null, null),
                new TemplateHeader("TEXT", "Order {{1}} {{2}}", "A-17", null),
                new TemplateHeader("TEXT", "Order 👋", null, null),
                new TemplateHeader("TEXT", "*Order*", null, null),
                new TemplateHeader("TEXT", "two\nlines", null, null),
                new TemplateHeader("TEXT", "a".repeat(60), null, null),
                new TemplateHeader("TEXT", "a".repeat(61), null, null));
    }

    private static Stream<TemplateFooter> footers() {
        return Stream.of("Acme store", "Bye {{1}}", "two\nlines", "a".repeat(60), "a".repeat(61))
                .map(TemplateFooter::new);
    }

    private static Stream<List<TemplateButton>> buttons() {
        var reply = TemplateButton.quickReply("Yes");
        var url = TemplateButton.url("Go", "https://a.example/", null);
        var call = TemplateButton.phoneNumber("Call", "+15550001000");
        return Stream.of(
                List.of(reply),
                List.of(reply, url, call),
                List.of(url, call, reply),
                List.of(reply, url, TemplateButton.quickReply("No")),
                List.of(url, TemplateButton.url("Too", "https://b.example/", null)),
                List.of(
                        url,
                        TemplateButton.url("Too", "https://b.example/", null),
                        TemplateButton.url("Three", "https://c.example/", null)),
                List.of(call, TemplateButton.phoneNumber("Ring", "+15550001000")),
                List.of(TemplateButton.url("Track", "https://a.example/{{1}}", "A-17")),
                List.of(TemplateButton.url("Track", "https://a.example/{{1}}", null)),
                List.of(TemplateButton.url("Track", "https://a.example/{{1}}/x", "A-17")),
                List.of(TemplateButton.url("Chat", "https://wa.me/15550001000", null)),
                List.of(TemplateButton.url("Chat", "not an address", null)),
                List.of(TemplateButton.phoneNumber("Call", "call me")),
                List.of(TemplateButton.quickReply("a".repeat(25))),
                List.of(TemplateButton.quickReply("a".repeat(26))),
                List.of(TemplateButton.quickReply("Yes {{1}}")),
                List.of(TemplateButton.quickReply("Yes 👍")),
                List.of(reply, reply),
                replies(10),
                replies(11));
    }

    private static List<TemplateButton> replies(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> TemplateButton.quickReply("Answer " + number))
                .toList();
    }

    private static TemplateBody plain() {
        return new TemplateBody("Hello", null);
    }

    private static TemplateDefinition sample(
            String part,
            List<TemplateDefinition> before,
            TemplateHeader header,
            TemplateBody body,
            TemplateFooter footer,
            List<TemplateButton> buttons) {
        var number =
                before.stream().filter(sample -> sample.name().startsWith(part)).count();
        return new TemplateDefinition(part + "_" + number, "en_US", "UTILITY", header, body, footer, buttons);
    }

    /** As many examples as the text seems to need. */
    private static int variables(String text) {
        return (int) IntStream.rangeClosed(1, 9)
                .filter(number -> text.contains("{{%d}}".formatted(number)))
                .count();
    }
}
