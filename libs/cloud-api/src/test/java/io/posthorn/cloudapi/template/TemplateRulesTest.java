package io.posthorn.cloudapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.posthorn.cloudapi.rule.Violation;
import java.util.Collections;
import java.util.List;
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
                "The order {{2}} of {{1}} left our shop. Bye, dear {{1}}!",
                "Two\nlines",
                "Single {brace} and } are text",
                "Ça va, señor? 👋"
            })
    void acceptsBodiesInMetasForm(String body) {
        assertThat(TemplateRules.check(definition(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {{2}}, bye for today | variable_gap",
                "Hello {{1}} and {{3}}, bye for today, see you soon | variable_gap",
                "{{1}} is your new code | variable_at_start",
                "'  {{1}} is your new code' | variable_at_start",
                "Your new code is {{1}} | variable_at_end",
                "'Your new code is {{1}}  ' | variable_at_end",
                "Dear {{1}}{{2}}, hello and welcome to our small shop | variables_adjacent",
                "Dear {{1}} {{2}}, hello and welcome to our small shop | variables_adjacent",
                "Dear {{ 1 }}, hello | variable_format",
                "Dear {{01}}, hello | variable_format",
                "Dear {{0}}, hello | variable_format",
                "Dear {{name}}, hello | variable_format",
                "Dear {{}}, hello | variable_format",
                "Dear {{99999999999999999999}}, hello | variable_format",
                "Dear {{1, hello | variable_unbalanced",
                "Dear 1}}, hello | variable_unbalanced",
                "Dear {{{1}}}, hello and welcome | variable_unbalanced",
            })
    void namesWhatIsWrongWithAVariable(String body, String code) {
        assertThat(TemplateRules.check(definition(body)))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/body/text", code));
    }

    @Test
    void reportsEverythingAtOnce() {
        var violations = TemplateRules.check(new TemplateDefinition(
                "Order Update", "pt", "spam", new TemplateBody("{{1}} {{3}}", List.of("a", "b"))));

        assertThat(violations)
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/name", "name_format"),
                        tuple("/language", "language_unknown"),
                        tuple("/category", "category_unknown"),
                        tuple("/body/text", "variable_gap"),
                        tuple("/body/text", "variable_at_start"),
                        tuple("/body/text", "variable_at_end"),
                        tuple("/body/text", "variables_adjacent"),
                        tuple("/body/text", "variable_ratio"));
    }

    @Test
    void reportsEverythingThatIsMissing() {
        assertThat(TemplateRules.check(new TemplateDefinition(null, "", null, new TemplateBody(" \n", null))))
                .extracting(Violation::code)
                .containsExactly("name_required", "language_required", "category_required", "body_required");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        var longest = "👋".repeat(TemplateRules.MAX_BODY);

        assertThat(TemplateRules.check(definition(longest))).isEmpty();
        assertThat(TemplateRules.check(definition(longest + "!")))
                .extracting(Violation::code)
                .containsExactly("body_too_long");
    }

    @Test
    void refusesWhatIsNoText() {
        for (var broken : new String[] {"a\0b", "a\tb", "half \ud83d of a pair", "bell\7"}) {
            assertThat(TemplateRules.check(definition(broken)))
                    .extracting(Violation::code)
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

    @Test
    void takesAWholeTemplate() {
        var definition = new TemplateDefinition(
                "order_ready",
                "en_US",
                "utility",
                new TemplateHeader("text", "Order {{1}}", "A-17", null),
                new TemplateBody(BODY, List.of("Ana", "A-17")),
                new TemplateFooter("Acme store"),
                List.of(
                        TemplateButton.quickReply("Stop updates"),
                        TemplateButton.url("Track", "https://acme.example/t/{{1}}", "A-17"),
                        TemplateButton.phoneNumber("Call us", "+15550001000")));

        assertThat(TemplateRules.check(definition)).isEmpty();
    }

    @Test
    void leavesMarketingAndUtilityToUs() {
        assertThat(TemplateRules.check(
                        new TemplateDefinition("a", "en", "AUTHENTICATION", new TemplateBody("Hello", null))))
                .extracting(Violation::code)
                .containsExactly("category_fixed_text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT  | Hello *you*      |      |     | /header/text    | header_characters",
                "TEXT  | Hello 👋         |      |     | /header/text    | header_characters",
                "TEXT  | 'a\nb'           |      |     | /header/text    | header_characters",
                "TEXT  | Order {{1}}      |      |     | /header/example | example_missing",
                "TEXT  | Order            | A-17 |     | /header/example | example_unexpected",
                "TEXT  | {{1}} of {{1}}   | A-17 |     | /header/text    | header_variables",
                "TEXT  | Order {{2}}      | A-17 |     | /header/text    | variable_gap",
                "TEXT  |                  |      |     | /header/text    | header_required",
                "TEXT  | Order            |      | 1-2 | /header/mediaId | field_unexpected",
                "IMAGE |                  |      |     | /header/mediaId | example_missing",
                "IMAGE | Order            |      | 1-2 | /header/text    | field_unexpected",
                "VIDEO |                  |      | 1-2 | /header/format  | header_format_unknown",
                "      | Order            |      |     | /header/format  | header_format_required"
            })
    void namesWhatIsWrongWithAHeader(
            String format, String text, String example, String mediaId, String pointer, String code) {
        var header = new TemplateHeader(format, text == null ? null : text.replace("\\n", "\n"), example, mediaId);

        assertThat(TemplateRules.check(with(header, null, List.of())))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple(pointer, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bye {{1}}! | footer_variable",
                "'a\nb' | footer_characters",
                "' ' | footer_required",
                "1234567890123456789012345678901234567890123456789012345678901 | footer_too_long"
            })
    void namesWhatIsWrongWithAFooter(String text, String code) {
        var footer = new TemplateFooter(text.replace("\\n", "\n"));

        assertThat(TemplateRules.check(with(null, footer, List.of())))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/footer/text", code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URL | Go | | | | /url | button_url_required",
                "URL | Go | shop.example | | | /url | button_url_format",
                "URL | Go | javascript:alert(1) | | | /url | button_url_format",
                "URL | Go | https://a b.example | | | /url | button_url_format",
                "URL | Go | https://wa.me/1555 | | | /url | button_url_whatsapp",
                "URL | Go | https://api.WhatsApp.com/x | | | /url | button_url_whatsapp",
                "URL | Go | https://a.example/{{1}}/x | x | | /url | button_url_variable",
                "URL | Go | https://a.example/{{2}} | x | | /url | button_url_variable",
                "URL | Go | https://a.example/{{1}} | | | /example | example_missing",
                "URL | Go | https://a.example/ | x | | /example | example_unexpected",
                "URL | Go | https://a.example/ | | +1555 | /phoneNumber | field_unexpected",
                "PHONE_NUMBER | Call | | | | /phoneNumber | button_phone_number_required",
                "PHONE_NUMBER | Call | | | 0800-1 | /phoneNumber | button_phone_number_format",
                "QUICK_REPLY | Yes | https://a.example/ | | | /url | field_unexpected",
                "QUICK_REPLY | | | | | /text | button_text_required",
                "QUICK_REPLY | Yes {{1}} | | | | /text | button_text_variable",
                "QUICK_REPLY | Yes 👍 | | | | /text | button_text_characters",
                "QUICK_REPLY | 12345678901234567890123456 | | | | /text | button_text_too_long",
                "COPY_CODE | Copy | | | | /type | button_type_unknown"
            })
    void namesWhatIsWrongWithAButton(
            String type, String text, String url, String example, String phoneNumber, String pointer, String code) {
        var button = new TemplateButton(type, text, url, example, phoneNumber);

        assertThat(TemplateRules.check(with(null, null, List.of(button))))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/buttons/0" + pointer, code));
    }

    @Test
    void countsAndGroupsButtons() {
        var reply = TemplateButton.quickReply("One");
        var other = TemplateButton.quickReply("Two");
        var url = TemplateButton.url("Go", "https://a.example/", null);
        var call = TemplateButton.phoneNumber("Call", "+15550001000");

        assertThat(codes(List.of(reply, other, url, call))).isEmpty();
        assertThat(codes(List.of(url, call, reply, other))).isEmpty();
        assertThat(codes(List.of(reply, url, other))).containsExactly("quick_replies_scattered");
        assertThat(codes(List.of(url, reply, call))).containsExactly("quick_replies_scattered");
        assertThat(codes(List.of(reply, reply))).containsExactly("button_text_duplicate");
        assertThat(codes(List.of(call, TemplateButton.phoneNumber("Ring", "+15550001000"))))
                .containsExactly("buttons_of_type_too_many");
        assertThat(codes(Collections.nCopies(11, reply))).containsExactly("buttons_too_many");
        assertThat(codes(Collections.singletonList(null))).containsExactly("button_required");
    }

    @Test
    void wantsAnExampleForEachVariable() {
        var none = new TemplateDefinition("a", "en", "UTILITY", new TemplateBody(BODY, null));
        var odd = new TemplateDefinition("a", "en", "UTILITY", new TemplateBody(BODY, List.of(" ", "a\nb")));

        assertThat(TemplateRules.check(none))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/body/example", "example_missing"));
        assertThat(TemplateRules.check(odd))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/body/example/0", "example_blank"), tuple("/body/example/1", "example_characters"));
    }

    @Test
    void countsWordsAlsoWhereNoSpacesAre() {
        assertThat(TemplateRules.check(definition("您好，您的订单{{1}}已发货。"))).isEmpty();
        assertThat(TemplateRules.check(definition("Hi {{1}}!")))
                .extracting(Violation::code)
                .containsExactly("variable_ratio");
    }

    private static List<String> codes(List<TemplateButton> buttons) {
        return TemplateRules.check(with(null, null, buttons)).stream()
                .map(Violation::code)
                .toList();
    }

    private static TemplateDefinition with(TemplateHeader header, TemplateFooter footer, List<TemplateButton> buttons) {
        return new TemplateDefinition(
                "order_update", "en_US", "UTILITY", header, new TemplateBody("Hello", null), footer, buttons);
    }

    /** With as many examples as there are variables, so that only the text can be wrong. */
    private static TemplateDefinition definition(String body) {
        var examples = Collections.nCopies(TemplateVariables.of(body).count(), "x");
        return new TemplateDefinition("order_update", "en_US", "UTILITY", new TemplateBody(body, examples));
    }
}
