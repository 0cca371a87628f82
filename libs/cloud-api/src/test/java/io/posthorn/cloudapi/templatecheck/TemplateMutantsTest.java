package io.posthorn.cloudapi.templatecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.testkit.MetaDocument;
import io.posthorn.testkit.templates.TemplateMutant;
import io.posthorn.testkit.templates.TemplateMutants;
import io.posthorn.testkit.templates.TemplateSamples;
import org.junit.jupiter.api.Test;

class TemplateMutantsTest {
    @Test
    void acceptsAGoodTemplateOfEveryKind() {
        TemplateSamples.all().forEach((name, template) -> assertThat(Finding.refusals(TemplateCheck.check(template)))
                .as(name)
                .isEmpty());
    }

    @Test
    void findsEachBrokenRuleInItsPlace() {
        var mutants = TemplateMutants.of(TemplateSamples.all());

        assertThat(mutants).hasSizeGreaterThan(1_000).allSatisfy(TemplateMutantsTest::isFound);
    }

    @Test
    void mendingNeverMakesThingsWorse() {
        assertThat(TemplateMutants.of(TemplateSamples.all())).allSatisfy(mutant -> {
            var mended = Mended.of(mutant.template());

            assertThat(mended.findings())
                    .filteredOn(finding -> finding.fix().isPresent())
                    .isEmpty();
            assertThat(Mended.of(mended.template()).changes()).isEmpty();
        });
    }

    @Test
    void acceptsEveryTemplateThatMetaShows() {
        var shown = MetaDocument.orSkip().examples().stream()
                .filter(example -> example.method().equals("POST"))
                .filter(example ->
                        example.body().has("components") && example.body().has("language"))
                .map(example -> example.body().<ObjectNode>deepCopy())
                .toList();

        assertThat(shown).hasSizeGreaterThan(10).allSatisfy(template -> {
            if (template.path("name").asText().startsWith("<")) {
                template.put("name", "a_placeholder_in_the_document");
            }
            assertThat(Finding.refusals(TemplateCheck.check(template))).isEmpty();
        });
    }

    @Test
    void aDeepOrHugeTemplateCostsNoMoreThanARefusal() throws Exception {
        var deep = new ObjectMapper().readTree("{\"components\":" + "[".repeat(900) + "]".repeat(900) + "}");
        var wide = JsonNodeFactory.instance.objectNode();
        var components = wide.putArray("components");
        for (var index = 0; index < 50_000; index++) {
            components.addObject().put("type", "BODY").put("text", "{{" + index);
        }
        var endless = TemplateSamples.named("body");
        ((ObjectNode) endless.at("/components/0")).put("text", "{{1}} \u200f".repeat(200_000));

        assertThat(TemplateCheck.check(deep)).extracting(Finding::rule).containsExactly(Rule.TEMPLATE_SHAPE);
        assertThat(TemplateCheck.check(wide)).extracting(Finding::rule).containsExactly(Rule.TEMPLATE_SHAPE);
        assertThat(Finding.refusals(TemplateCheck.check(endless)))
                .extracting(Finding::rule)
                .containsExactly(Rule.BODY_TOO_LONG);
    }

    private static void isFound(TemplateMutant mutant) {
        assertThat(Finding.refusals(TemplateCheck.check(mutant.template())))
                .as(mutant.toString())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(mutant.rule());
                    assertThat(finding.pointer()).isEqualTo(mutant.pointer());
                });
    }
}
