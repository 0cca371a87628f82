package io.posthorn.cloudapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {
    private static final String BODY = "Hello {{1}}, your order {{2}} is on its way.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY,
                "No variables",
                "The order {{2}} of {{1}} left. Bye {{1}}!",
                "Two\nlines",
                "Single {brace} and } are text",
                "Ça va, señor? 👋"
            })
    void acceptsBodiesInMetasForm(String body) {
        assertThat(TemplateRules.check(new TemplateDefinition("order_update", "en_US", "UTILITY", body)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {{2}}, bye | variable_gap",
                "Hello {{1}} and {{3}}, bye | variable_gap",
                "{{1}} is your code | variable_at_start",
                "'  {{1}} is your code' | variable_at_start",
                "Your code is {{1}} | variable_at_end",
                "'Your code is {{1}}  ' | variable_at_end",
                "Dear {{1}}{{2}}, hello | variables_adjacent",
                "Dear {{1}} {{2}}, hello | variables_adjacent",
                "Dear {{ 1 }}, hello | variable_format",
                "Dear {{01}}, hello | variable_format",
                "Dear {{0}}, hello | variable_format",
                "Dear {{name}}, hello | variable_format",
                "Dear {{}}, hello | variable_format",
                "Dear {{99999999999999999999}}, hello | variable_format",
                "Dear {{1, hello | variable_unbalanced",
                "Dear 1}}, hello | variable_unbalanced",
                "Dear {{{1}}}, hello | variable_unbalanced",
            })
    void namesWhatIsWrongWithAVariable(String body, String code) {
        assertThat(TemplateRules.check(new TemplateDefinition("order_update", "en_US", "UTILITY", body)))
                .extracting(TemplateViolation::pointer, TemplateViolation::code)
                .containsExactly(tuple("/body", code));
    }

    @Test
    void reportsEverythingAtOnce() {
        var violations = TemplateRules.check(new TemplateDefinition("Order Update", "pt", "spam", "{{1}} {{3}}"));

        assertThat(violations)
                .extracting(TemplateViolation::pointer, TemplateViolation::code)
                .containsExactly(
                        tuple("/name", "name_format"),
                        tuple("/language", "language_unknown"),
                        tuple("/category", "category_unknown"),
                        tuple("/body", "variable_gap"),
                        tuple("/body", "variable_at_start"),
                        tuple("/body", "variable_at_end"),
                        tuple("/body", "variables_adjacent"));
    }

    @Test
    void reportsEverythingThatIsMissing() {
        assertThat(TemplateRules.check(new TemplateDefinition(null, "", null, " \n")))
                .extracting(TemplateViolation::code)
                .containsExactly("name_required", "language_required", "category_required", "body_required");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        var longest = "👋".repeat(TemplateRules.MAX_BODY);

        assertThat(TemplateRules.check(definition(longest))).isEmpty();
        assertThat(TemplateRules.check(definition(longest + "!")))
                .extracting(TemplateViolation::code)
                .containsExactly("body_too_long");
    }

    @Test
    void refusesWhatIsNoText() {
        for (var broken : new String[] {"a\0b", "a\tb", "half \ud83d of a pair", "bell\7"}) {
            assertThat(TemplateRules.check(definition(broken)))
                    .extracting(TemplateViolation::code)
                    .containsExactly("body_characters");
        }
    }

    @Test
    void knowsMetasLanguages() {
        assertThat(TemplateLanguages.codes())
                .hasSize(111)
                .contains("pt_BR", "fil", "prs_AF")
                .doesNotContain("pt", "zh");
    }

    private static TemplateDefinition definition(String body) {
        return new TemplateDefinition("order_update", "en_US", "UTILITY", body);
    }
}
