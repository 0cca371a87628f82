package io.posthorn.cloudapi.templatecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of rules is what the engine does. After changing a rule:
 * {@code mvn -pl libs/cloud-api -am test -Dtest=RulesDocumentTest -Dposthorn.write-documents=true}.
 */
class RulesDocumentTest {
    private static final boolean WRITE = Boolean.getBoolean("posthorn.write-documents");
    private static final Path PAGE = Path.of("../../docs/templates/rules.md");

    @Test
    void thePageIsTrue() throws IOException {
        var page = page();
        if (WRITE) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    private static String page() {
        var examples = RuleExample.all().stream().collect(Collectors.toMap(RuleExample::rule, Function.identity()));
        var rules =
                Arrays.stream(Rule.values()).map(rule -> row(rule, examples)).collect(Collectors.joining("\n"));
        return """
                # The rules for templates

                What `POST /api/v1/templates/validate` checks, before Meta does. *Refused*: Meta does not take the template, or rejects it in
                its review. *May be refused*: Meta may, or may move it into another category. *Advice*: Meta takes it, readers are served
                better otherwise. A rule that is *mended* comes with a fix, which `?fix=true` applies. The source is a section of the
                project's reference of the Cloud API (C.3 names and languages, C.4 variables, C.5 headers, C.6 bodies, C.7 footers, C.8
                buttons, C.9 special forms, C.10 review, C.13 languages); where Meta publishes no rule, it is what has been observed.

                The examples stand at the pointer, in one of the sample templates that the tests use; a dash is nothing, `<x61>` a text of
                61 letters. Each is executed as a test. This page is generated from the engine:
                `mvn -pl libs/cloud-api -am test -Dtest=RulesDocumentTest -Dposthorn.write-documents=true`.

                | code | fate | source | rule | place | accepted | broken | mended |
                |---|---|---|---|---|---|---|---|
                %s
                """.formatted(rules);
    }

    private static String row(Rule rule, Map<Rule, RuleExample> examples) {
        var example = examples.get(rule);
        return "| `%s` | %s | %s | %s | %s `%s` | %s | %s | %s |"
                .formatted(
                        rule.code(),
                        rule.severity().word().replace('-', ' '),
                        rule.source(),
                        rule.sentence().replace("|", "\\|"),
                        example.sample(),
                        example.place(),
                        code(example.accepted()),
                        code(example.refused()),
                        RuleExamplesTest.isMendable(example) ? "yes" : "");
    }

    private static String code(String value) {
        var json = value.replace('\'', '"').replace("|", "\\|");
        return value.equals("-") ? "–" : json.contains("`") ? "`` " + json + " ``" : "`" + json + "`";
    }
}
