package io.posthorn.cloudapi.templatecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.template.TemplateLanguages;
import io.posthorn.testkit.templates.TemplateSamples;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
    private static final Pattern NUMBERS = Pattern.compile("\\{\\{[1-9]}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No variables",
                "The order {{2}} of {{1}} left our shop. Bye, dear {{1}}!",
                "Two\nlines",
                "Single {brace} and } are text",
                "Ça va, señor? 👋"
            })
    void acceptsBodiesInMetasForm(String body) {
        assertThat(refusals(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {{2}}, bye for today | variable_gap",
                "'  {{1}} is your new code' | variable_at_start",
                "'Your new code is {{1}}  ' | variable_at_end",
                "Dear {{1}}{{2}}, hello and welcome to our small shop | variables_adjacent",
                "Dear {{ 1 }}, hello to you | variable_format",
                "Dear {{01}}, hello to you | variable_format",
                "Dear {{0}}, hello to you | variable_format",
                "Dear {{Name}}, hello to you | variable_format",
                "Dear {{}}, hello to you | variable_format",
                "Dear {{99999999999999999999}}, hello to you | variable_format",
                "Dear {{1, hello | variable_unbalanced",
                "Dear {{{1}}}, hello and welcome | variable_unbalanced",
                "Hi {{1}}! | variable_ratio"
            })
    void namesWhatIsWrongWithAVariable(String body, String code) {
        assertThat(refusals(body))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/components/0/text", code));
    }

    @Test
    void reportsEverythingAtOnceInTheOrderOfTheFields() {
        var template = (ObjectNode) TemplateSamples.json("""
                {'name':'Order Update','language':'pt','category':'spam','components':[
                  {'type':'BODY','text':'{{1}} {{3}}','example':{'body_text':[['a','b']]}}]}""");

        assertThat(Finding.refusals(TemplateCheck.check(template)))
                .extracting(Finding::code)
                .containsExactly(
                        "name_format",
                        "language_unknown",
                        "category_unknown",
                        "variable_gap",
                        "variable_at_start",
                        "variable_at_end",
                        "variables_adjacent",
                        "variable_ratio");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(refusals("👋".repeat(1024))).isEmpty();
        assertThat(refusals("👋".repeat(1024) + "!")).extracting(Finding::code).containsExactly("body_too_long");
    }

    @Test
    void refusesWhatIsNoText() {
        for (var broken : new String[] {"a\0b", "a\tb", "half \ud83d of a pair", "bell\7"}) {
            assertThat(refusals(broken)).extracting(Finding::code).containsExactly("body_characters");
        }
    }

    @Test
    void countsWordsAlsoWhereNoSpacesAre() {
        assertThat(refusals("您好，您的订单{{1}}已发货。")).isEmpty();
    }

    @Test
    void knowsMetasLanguages() {
        assertThat(TemplateLanguages.codes())
                .hasSize(111)
                .contains("pt_BR", "fil", "prs_AF")
                .doesNotContain("pt", "zh");
    }

    @Test
    void repairsTypesOnlyWhereTheirMeaningIsPlain() {
        var template = (ObjectNode) TemplateSamples.json("""
                {'name':17,'language':'EN-us','category':' utility ','message_send_ttl_seconds':'60','components':[
                  {'type':'BODY','text':'Hello {{1}}, your order is here.','example':{'body_text':[17]}},
                  {'type':'FOOTER','text':{'words':'Acme'}},
                  {'type':'BUTTONS','buttons':{'type':'QUICK_REPLY','text':'Yes'}}]}""");

        var mended = Mended.of(template);

        assertThat(Finding.refusals(mended.findings()))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/components/1/text", "field_type"));
        assertThat(mended.template().path("name").textValue()).isEqualTo("17");
        assertThat(mended.template().path("language").textValue()).isEqualTo("en_US");
        assertThat(mended.template().path("message_send_ttl_seconds").isInt()).isTrue();
        assertThat(mended.template().at("/components/0/example/body_text/0/0").textValue())
                .isEqualTo("17");
        assertThat(mended.template().at("/components/2/buttons/0/text").textValue())
                .isEqualTo("Yes");
        assertThat(template.path("name").isInt()).as("the given one stays").isTrue();
    }

    /** With as many examples as there are variables, so that only the text can be wrong. */
    private static List<Finding> refusals(String body) {
        var template = TemplateSamples.named("call_permission");
        var component = (ObjectNode) template.at("/components/0");
        component.put("text", body);
        var variables = NUMBERS.matcher(body)
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
        component.remove("example");
        var odd = body.contains("{{") && body.contains("}}");
        if (odd) {
            var values = component.putObject("example").putArray("body_text").addArray();
            Collections.nCopies((int) Math.max(1, variables), "x").forEach(values::add);
        }
        return Finding.refusals(TemplateCheck.check(template));
    }
}
