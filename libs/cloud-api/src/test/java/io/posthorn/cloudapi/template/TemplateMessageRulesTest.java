package io.posthorn.cloudapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.rule.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateMessageRulesTest {
    private static final String BODY_FITS = """
            {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"A-17"}]}""";
    private static final String URL_FITS = """
            {"type":"button","sub_type":"url","index":1,"parameters":[{"type":"text","text":"A-17"}]}""";
    private static final String IMAGE_FITS = """
            {"type":"header","parameters":[{"type":"image","image":{"mediaId":"01a1fc15"}}]}""";

    private static final Map<String, String> FORMS = Map.of(
            "named", "[{\"type\":\"BODY\",\"text\":\"Hello {{name}}, until {{day}}.\"}]",
            "code", """
                    [{"type":"BODY","add_security_recommendation":true},{"type":"BUTTONS","buttons":[{"type":"OTP"}]}]""",
            "offer", """
                    [{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Soon","has_expiration":true}},{"type":"BODY","text":"Hi"},
                     {"type":"BUTTONS","buttons":[{"type":"COPY_CODE"}]}]""",
            "cards", """
                    [{"type":"BODY","text":"Teas"},{"type":"CAROUSEL","cards":[
                     {"components":[{"type":"BODY","text":"Take {{1}} today"}]},{"components":[{"type":"BODY","text":"Or none"}]}]}]""");

    private final ApprovedTemplate approved = ApprovedTemplate.of(TemplateComponents.of(
            new TemplateDefinition(
                    "order_ready",
                    "en_US",
                    "UTILITY",
                    new TemplateHeader("IMAGE", null, null, "1-2"),
                    new TemplateBody("Hello {{1}}, your order {{2}} is here. Bye {{1}}!", List.of("Ana", "A-17")),
                    new TemplateFooter("Acme store"),
                    List.of(
                            TemplateButton.quickReply("Stop updates"),
                            TemplateButton.url("Track", "https://acme.example/t/{{1}}", "A-17"),
                            TemplateButton.phoneNumber("Call us", "+15550001000"))),
            "4::handle"));

    @Test
    void takesWhatFits() {
        var components = json("[%s, %s, %s, %s]".formatted(IMAGE_FITS, BODY_FITS, URL_FITS, """
                {"type":"BUTTON","sub_type":"QUICK_REPLY","index":"0","parameters":[{"type":"payload","payload":"stop"}]}"""));

        assertThat(TemplateMessageRules.check(approved, components, "/template/components"))
                .isEmpty();
        assertThat(RenderedTemplate.of(approved, components))
                .isEqualTo(new RenderedTemplate(
                        "",
                        "Hello Ana, your order A-17 is here. Bye Ana!",
                        "Acme store",
                        List.of("Stop updates", "Track", "Call us")));
    }

    @Test
    void takesAmountsAndDatesInABody() {
        var components = json("[%s, %s, %s]".formatted(IMAGE_FITS, URL_FITS, """
                {"type":"body","parameters":[
                  {"type":"currency","currency":{"fallback_value":"$10","code":"USD","amount_1000":10000}},
                  {"type":"date_time","date_time":{"fallback_value":"25 Feb"}}]}"""));

        assertThat(TemplateMessageRules.check(approved, components, "")).isEmpty();
        assertThat(RenderedTemplate.of(approved, components).body()).startsWith("Hello $10, your order 25 Feb");
    }

    @Test
    void namesAllThatIsMissing() {
        for (var nothing : new JsonNode[] {null, json("null"), json("[]")}) {
            assertThat(TemplateMessageRules.check(approved, nothing, "/template/components"))
                    .extracting(Violation::pointer, Violation::code)
                    .containsExactly(
                            tuple("/template/components", "header_missing"),
                            tuple("/template/components", "body_missing"),
                            tuple("/template/components", "button_missing"));
        }
    }

    @Test
    void aTemplateWithoutVariablesNeedsNothingAndTakesNothing() {
        var plain = ApprovedTemplate.of(json("[{\"type\":\"BODY\",\"text\":\"Hello\"}]"));

        assertThat(TemplateMessageRules.check(plain, null, "")).isEmpty();
        assertThat(TemplateMessageRules.check(plain, json("[" + BODY_FITS + "]"), "/c"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/c/0/parameters", "parameter_count"));
        assertThat(TemplateMessageRules.check(plain, json("[" + IMAGE_FITS + "]"), "/c"))
                .extracting(Violation::code)
                .containsExactly("parameter_count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | parameters | parameter_count",
                "[{\"type\":\"text\",\"text\":\"Ana\"}] | parameters | parameter_count",
                "{} | parameters | parameters_format",
                "[{\"type\":\"text\",\"text\":\"Ana\"},{\"type\":\"text\"}] | parameters/1/text | parameter_empty",
                "[{\"type\":\"text\",\"text\":\"Ana\"},{\"type\":\"text\",\"text\":7}] | parameters/1/text | parameter_empty",
                "[{\"type\":\"text\",\"text\":\"a\\nb\"},{\"type\":\"text\",\"text\":\"b\"}] | parameters/0/text | parameter_characters",
                "[{\"type\":\"text\",\"text\":\"a     b\"},{\"type\":\"text\",\"text\":\"b\"}] | parameters/0/text | parameter_characters",
                "[{\"type\":\"image\"},{\"type\":\"text\",\"text\":\"b\"}] | parameters/0/type | parameter_type",
                "[7,{\"type\":\"text\",\"text\":\"b\"}] | parameters/0/type | parameter_type",
                "[{\"type\":\"text\",\"text\":\"a\",\"parameter_name\":\"x\"},{\"type\":\"text\",\"text\":\"b\"}] | parameters/0/parameter_name | parameter_name",
                "[{\"type\":\"currency\",\"currency\":{\"fallback_value\":\"$1\"}},{\"type\":\"text\",\"text\":\"b\"}] | parameters/0/currency | parameter_currency"
            })
    void namesWhatDoesNotFitTheBody(String parameters, String pointer, String code) {
        var components =
                json("[%s, %s, {\"type\":\"body\",\"parameters\":%s}]".formatted(IMAGE_FITS, URL_FITS, parameters));

        assertThat(TemplateMessageRules.check(approved, components, "/c"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/c/2/" + pointer, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":\"a\"}]} | /parameters/0/type | parameter_type",
                "{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{}}]} | /parameters/0/image | parameter_media",
                "{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"id\":\"1\",\"link\":\"x\"}}]} | /parameters/0/image | parameter_media",
                "{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"mediaId\":7}}]} | /parameters/0/image | parameter_media"
            })
    void namesWhatDoesNotFitTheHeader(String header, String pointer, String code) {
        var components = json("[%s, %s, %s]".formatted(BODY_FITS, URL_FITS, header));

        assertThat(TemplateMessageRules.check(approved, components, "/c"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/c/2" + pointer, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"index\":3,\"sub_type\":\"url\" | /index | button_unknown",
                "\"index\":\"x\",\"sub_type\":\"url\" | /index | button_unknown",
                "\"index\":-1,\"sub_type\":\"url\" | /index | button_unknown",
                "\"sub_type\":\"url\" | /index | button_unknown",
                "\"index\":0,\"sub_type\":\"url\" | /sub_type | button_type",
                "\"index\":0,\"sub_type\":\"quick_reply\" | /parameters | parameter_count",
                "\"index\":0,\"sub_type\":\"quick_reply\",\"parameters\":[{\"type\":\"text\",\"text\":\"a\"}] | /parameters/0/type | parameter_type",
                "\"index\":0,\"sub_type\":\"quick_reply\",\"parameters\":[{\"type\":\"payload\",\"payload\":\"\"}] | /parameters/0/payload | parameter_payload",
                "\"index\":1,\"sub_type\":\"url\",\"parameters\":[{\"type\":\"text\",\"text\":\"a\"}] | `` | component_duplicate",
                "\"index\":2,\"sub_type\":\"phone_number\",\"parameters\":[{\"type\":\"text\",\"text\":\"a\"}] | /parameters | parameter_count"
            })
    void namesWhatDoesNotFitAButton(String fields, String pointer, String code) {
        var components =
                json("[%s, %s, %s, {\"type\":\"button\",%s}]".formatted(IMAGE_FITS, BODY_FITS, URL_FITS, fields));

        assertThat(TemplateMessageRules.check(approved, components, "/c"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/c/3" + (pointer == null ? "" : pointer), code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "named | [{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"parameter_name\":\"day\",\"text\":\"Friday\"},{\"type\":\"text\",\"parameter_name\":\"name\",\"text\":\"Ana\"}]}] | ``",
                "named | [{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Friday\"},{\"type\":\"text\",\"parameter_name\":\"name\",\"text\":\"Ana\"}]}] | /c/0/parameters/0/parameter_name parameter_name",
                "named | [{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"parameter_name\":\"name\",\"text\":\"Bo\"},{\"type\":\"text\",\"parameter_name\":\"name\",\"text\":\"Ana\"}]}] | /c/0/parameters parameter_duplicate",
                "named | [] | /c body_missing",
                "code | [{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]},{\"type\":\"button\",\"sub_type\":\"url\",\"index\":0,\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}] | ``",
                "code | [{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}] | /c button_missing",
                "code | [{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"1234567890123456\"}]},{\"type\":\"button\",\"sub_type\":\"url\",\"index\":0,\"parameters\":[{\"type\":\"text\",\"text\":\"1\"}]}] | /c/0/parameters/0/text parameter_code",
                "offer | [{\"type\":\"limited_time_offer\",\"parameters\":[]},{\"type\":\"button\",\"sub_type\":\"copy_code\",\"index\":0,\"parameters\":[{\"type\":\"coupon_code\",\"coupon_code\":\"SAVE20\"}]}] | ``",
                "offer | [{\"type\":\"button\",\"sub_type\":\"copy_code\",\"index\":0,\"parameters\":[{\"type\":\"coupon_code\",\"coupon_code\":\"SAVE20\"}]}] | /c offer_missing",
                "offer | [{\"type\":\"limited_time_offer\"},{\"type\":\"button\",\"sub_type\":\"copy_code\",\"index\":0,\"parameters\":[{\"type\":\"coupon_code\",\"coupon_code\":\"SAVE-20\"}]}] | /c/1/parameters/0/coupon_code parameter_coupon",
                "cards | [{\"type\":\"carousel\",\"cards\":[{\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"A\"}]}]},{\"components\":[]}]}] | ``",
                "cards | [{\"type\":\"carousel\",\"cards\":[{\"components\":[]},{\"components\":[]}]}] | /c/0/cards/0/components body_missing",
                "cards | [{\"type\":\"carousel\",\"cards\":[]}] | /c/0/cards card_count",
                "cards | [] | /c carousel_missing",
                "code | [{\"type\":\"carousel\",\"cards\":[]},{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"1\"}]},{\"type\":\"button\",\"sub_type\":\"url\",\"index\":0,\"parameters\":[{\"type\":\"text\",\"text\":\"1\"}]}] | /c/0 carousel_unexpected"
            })
    void knowsTheSpecialForms(String form, String components, String expected) {
        var template = ApprovedTemplate.of(json(FORMS.get(form)));

        var found = TemplateMessageRules.check(template, json(components), "/c");

        assertThat(found)
                .extracting(violation -> violation.pointer() + " " + violation.code())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void showsNamedValues() {
        var rendered = RenderedTemplate.of(ApprovedTemplate.of(json(FORMS.get("named"))), json("""
                [{"type":"body","parameters":[{"type":"text","parameter_name":"day","text":"Friday"},{"type":"text","parameter_name":"name","text":"Ana"}]}]"""));

        assertThat(rendered.body()).isEqualTo("Hello Ana, until Friday.");
    }

    @Test
    void refusesWhatIsNoListOfComponents() {
        assertThat(TemplateMessageRules.check(approved, json("{}"), "/c"))
                .extracting(Violation::code)
                .containsExactly("components_format");
        assertThat(TemplateMessageRules.check(
                        approved, json("[7, %s, %s, %s]".formatted(IMAGE_FITS, BODY_FITS, URL_FITS)), "/c"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/c/0/type", "component_unknown"));
        assertThat(TemplateMessageRules.check(approved, json("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]"), "/c"))
                .extracting(Violation::code)
                .containsExactly("components_too_many");
    }

    @Test
    void refusesWhatGetsTooLongWithItsValues() {
        var long500 = "a".repeat(510);
        var components = json("""
                [%s, %s, {"type":"body","parameters":[{"type":"text","text":"%s"},{"type":"text","text":"b"}]}]""".formatted(IMAGE_FITS, URL_FITS, long500));

        assertThat(TemplateMessageRules.check(approved, components, "/c"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/c", "body_too_long"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
