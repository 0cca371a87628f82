package io.posthorn.template.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.templatecheck.Finding;
import io.posthorn.cloudapi.templatecheck.TemplateCheck;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.MetaDocument;
import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.World;
import io.posthorn.testkit.templates.TemplateMutant;
import io.posthorn.testkit.templates.TemplateMutants;
import io.posthorn.testkit.templates.TemplateSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our rules and the simulator's were written apart from the same facts about Meta. Where they disagree, one of them has
 * read wrongly, so every disagreement is listed here with its reason. Needs the simulator only, not the service.
 */
class RulesAgreementIT {
    private static final PosthornSimulator SIMULATOR = new PosthornSimulator();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the two may differ, and why: a rule, and for all of its mutants the same reason. */
    private static final Map<String, String> EXPLAINED = Map.of();

    private static int tried;

    private final World world = World.create();
    private final Map<String, String> handles = Map.of(
            "handle:image", Upload.png(world),
            "handle:video", Upload.file(world, "video/mp4"),
            "handle:document", Upload.file(world, "application/pdf"));

    @BeforeAll
    static void start() {
        SIMULATOR.start();
    }

    @BeforeEach
    void reviewAtOnce() {
        world.change("{\"templates\":{\"creationsPerHour\":100000,\"reviewMillis\":0}}");
    }

    @AfterAll
    static void stop() {
        SIMULATOR.stop();
    }

    @Test
    void bothTakeAGoodTemplateOfEveryKind() {
        TemplateSamples.all().forEach((name, template) -> {
            assertThat(Finding.refusals(TemplateCheck.check(template))).as(name).isEmpty();
            assertThat(refusal(template)).as(name).isEmpty();
        });
    }

    @Test
    void bothTakeEveryTemplateThatMetaShows() {
        metasOwn().forEach((name, template) -> {
            assertThat(Finding.refusals(TemplateCheck.check(template))).as(name).isEmpty();
            assertThat(refusal(template)).as(name).isEmpty();
        });
    }

    @Test
    void bothRefuseEveryMutant() {
        var mutants = TemplateMutants.of(TemplateSamples.all());

        var disagreements = disagreements(mutants);

        assertThat(mutants).hasSizeGreaterThan(1_000);
        assertThat(disagreements).isEmpty();
    }

    @Test
    void bothRefuseEveryMutantOfWhatMetaShows() {
        assertThat(disagreements(TemplateMutants.of(metasOwn()))).isEmpty();
    }

    private List<String> disagreements(List<TemplateMutant> mutants) {
        return mutants.stream()
                .filter(mutant -> !EXPLAINED.containsKey(mutant.rule()))
                .filter(mutant -> TemplateCheck.accepts(mutant.template())
                        || refusal(mutant.template()).isEmpty())
                .map(TemplateMutant::toString)
                .toList();
    }

    /** Placeholders of the document become what they stand for. */
    private static Map<String, ObjectNode> metasOwn() {
        var found = new LinkedHashMap<String, ObjectNode>();
        MetaDocument.orSkip().examples().stream()
                .filter(example -> example.method().equals("POST"))
                .filter(example ->
                        example.body().has("components") && example.body().has("language"))
                .forEach(example -> {
                    var template = example.body().<ObjectNode>deepCopy();
                    template.put("name", "metas_own_" + found.size());
                    for (var component : template.path("components")) {
                        if (component.path("example").has("header_handle")) {
                            var kind = component.path("format").asText().equals("IMAGE") ? "image" : "document";
                            ((ObjectNode) component.path("example"))
                                    .putArray("header_handle")
                                    .add("handle:" + kind);
                        }
                    }
                    found.put(example.name(), template);
                });
        return found;
    }

    /** What the simulator says against it, at once or in its review; empty when it takes it. */
    private String refusal(ObjectNode template) {
        var answer = Http.post(
                world.simulator() + "/v25.0/%s/message_templates".formatted(world.wabaId()),
                withHandles(template).toString(),
                "Authorization",
                "Bearer " + world.accessToken());
        if (answer.status() != 200) {
            return answer.body();
        }
        var created = answer.json();
        return created.path("status").asText().equals("REJECTED") ? "rejected" : "";
    }

    /** What the review rejects keeps its name, and must not speak for others. */
    private static ObjectNode renamed(ObjectNode template) {
        var name = template.path("name").asText("");
        return name.matches("[a-z0-9_]{1,400}") ? template.deepCopy().put("name", name + "_" + tried++) : template;
    }

    private ObjectNode withHandles(ObjectNode template) {
        var text = renamed(template).toString();
        for (var handle : handles.entrySet()) {
            text = text.replace('"' + handle.getKey() + '"', '"' + handle.getValue() + '"');
        }
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
