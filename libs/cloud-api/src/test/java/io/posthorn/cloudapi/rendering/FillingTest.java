package io.posthorn.cloudapi.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.template.ApprovedTemplate;
import io.posthorn.cloudapi.template.TemplateMessageRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDER = """
            [{"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["A-17"]}},
             {"type":"BODY","text":"Hello {{1}}, {{2}} is on its way.","example":{"body_text":[["Ana","A-17"]]}},
             {"type":"FOOTER","text":"Acme"},
             {"type":"BUTTONS","buttons":[
               {"type":"QUICK_REPLY","text":"Stop"},
               {"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":["https://acme.example/t/A-17"]}]}]""";
    private static final String NAMED = """
            [{"type":"BODY","text":"Hello {{first_name}}, {{order}} is here.",
              "example":{"body_text_named_params":[{"param_name":"first_name","example":"Ana"},{"param_name":"order","example":"7"}]}}]""";
    private static final String IMAGE = """
            [{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Look"}]""";
    private static final String CODE = """
            [{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":5},
             {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]""";
    private static final String OFFER = """
            [{"type":"BODY","text":"Only today"},
             {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Ends soon","has_expiration":true}},
             {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"SAVE20"},
               {"type":"URL","text":"Shop","url":"https://acme.example/{{1}}","example":["x"]}]}]""";
    private static final String CARDS = """
            [{"type":"BODY","text":"New for {{1}}!","example":{"body_text":[["Ana"]]}},
             {"type":"CAROUSEL","cards":[
              {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"One {{1}}."},
                {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"}]}]},
              {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Two {{1}}."},
                {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"}]}]}]}]""";

    @Test
    void makesTheComponentsThatMetaTakes() {
        var filled = filling(ORDER, "{'header':'A-17','body':['Ana','A-17'],'buttons':{'0':'stop','1':'A-17'}}");

        assertThat(filled.violations()).isEmpty();
        assertThat(filled.components()).isEqualTo(json("""
                [{"type":"header","parameters":[{"type":"text","text":"A-17"}]},
                 {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"A-17"}]},
                 {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"stop"}]},
                 {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"A-17"}]}]"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            NAMED | {'body':{'first_name':'Ana','order':'7'}}
            IMAGE | {'header':{'mediaId':'0190'}}
            IMAGE | {'header':{'link':'https://acme.example/a.png'}}
            CODE  | {'code':'123456'}
            OFFER | {'offerEndsAt':'2027-01-31T18:00:00Z','buttons':{'0':'SAVE20','1':'x'}}
            CARDS | {'body':['Ana'],'cards':[{'header':{'id':'1'},'body':['a']},{'header':{'id':'2'},'body':['b'],'buttons':{'0':'p'}}]}
            ORDER | {'header':'1','body':['Ana',{'type':'currency','currency':{'fallback_value':'$1','code':'USD','amount_1000':1000}}],'buttons':{'1':'x'}}
            """)
    void whatFitsPassesTheRulesForMessages(String template, String variables) {
        var filled = filling(named(template), variables);

        assertThat(filled.violations()).isEmpty();
        assertThat(TemplateMessageRules.check(ApprovedTemplate.of(json(named(template))), filled.components(), ""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ORDER | {}                                                         | /v/header                | variable_missing
            ORDER | {'header':'x','body':['a'],'buttons':{'1':'x'}}            | /v/body/1                | variable_missing
            ORDER | {'header':'x','body':['a','b','c'],'buttons':{'1':'x'}}    | /v/body/2                | variable_unexpected
            ORDER | {'header':'x','body':['a',7],'buttons':{'1':'x'}}          | /v/body/1                | variable_type
            ORDER | {'header':'x','body':['a',' '],'buttons':{'1':'x'}}        | /v/body/1                | variable_empty
            ORDER | {'header':'x','body':['a','b\\nc'],'buttons':{'1':'x'}}    | /v/body/1                | variable_characters
            ORDER | {'header':'x','body':['a','b     c'],'buttons':{'1':'x'}}  | /v/body/1                | variable_characters
            ORDER | {'header':'x','body':{'1':'a'},'buttons':{'1':'x'}}        | /v/body                  | variable_type
            ORDER | {'header':{},'body':['a','b'],'buttons':{'1':'x'}}         | /v/header                | variable_type
            ORDER | {'header':'x','body':['a','b'],'buttons':{'1':'a b'}}      | /v/buttons/1             | variable_url
            ORDER | {'header':'x','body':['a','b']}                            | /v/buttons/1             | variable_missing
            ORDER | {'header':'x','body':['a','b'],'buttons':{'1':'x','2':''}} | /v/buttons/2             | variable_unexpected
            ORDER | {'header':'x','body':['a','b'],'buttons':['x']}            | /v/buttons               | variable_type
            ORDER | {'header':'x','body':['a','b'],'buttons':{'1':'x'},'a/b':1}| /v/a~1b                  | variable_unexpected
            ORDER | []                                                         | /v                       | variables_format
            NAMED | {'body':['Ana','7']}                                       | /v/body                  | variable_type
            NAMED | {'body':{'first_name':'Ana'}}                              | /v/body/order            | variable_missing
            NAMED | {'body':{'first_name':'Ana','order':'7','who':'x'}}        | /v/body/who              | variable_unexpected
            NAMED | {'header':'x','body':{'first_name':'Ana','order':'7'}}     | /v/header                | variable_unexpected
            IMAGE | {'header':'x'}                                             | /v/header                | variable_type
            IMAGE | {'header':{'id':'1','link':'x'}}                           | /v/header                | variable_file
            CODE  | {'code':'12 34'}                                           | /v/code                  | variable_code
            CODE  | {}                                                         | /v/code                  | variable_missing
            CODE  | {'code':'1','body':['x']}                                  | /v/body                  | variable_unexpected
            OFFER | {'buttons':{'0':'SAVE20','1':'x'}}                         | /v/offerEndsAt           | variable_type
            OFFER | {'offerEndsAt':'2027-01-31T18:00:00Z','buttons':{'0':'SAVE 20','1':'x'}} | /v/buttons/0 | variable_coupon
            CARDS | {'body':['Ana'],'cards':[{'header':{'id':'1'},'body':['a']}]} | /v/cards             | card_count
            CARDS | {'body':['Ana'],'cards':[{'header':{'id':'1'},'body':['a']},{'header':{'id':'2'}}]} | /v/cards/1/body/0 | variable_missing
            """)
    void whatDoesNotFitIsNamed(String template, String variables, String pointer, String code) {
        var found = filling(named(template), variables).violations();

        assertThat(found).anySatisfy(one -> {
            assertThat(one.pointer()).isEqualTo(pointer);
            assertThat(one.code()).isEqualTo(code);
        });
    }

    @Test
    void valuesThatMakeTheBodyTooLongAreRefused() {
        var long1000 = "x".repeat(1000);

        var found =
                filling(ORDER, "{'header':'x','body':['%s','%s'],'buttons':{'1':'x'}}".formatted(long1000, long1000));

        assertThat(found.violations()).extracting("pointer", "code").containsExactly(tuple("/v/body", "body_too_long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER", "NAMED", "CODE", "OFFER"})
    void theExamplesOfATemplateFillIt(String template) {
        var layout = Layout.of(json(named(template)));

        assertThat(Filling.of(layout, Samples.of(layout), "/v").violations()).isEmpty();
    }

    @Test
    void tellsEveryPlace() {
        assertThat(Place.of(Layout.of(json(ORDER))))
                .extracting(Place::pointer, Place::kind, Place::required, Place::example)
                .containsExactly(
                        tuple("/header", "text", true, "A-17"),
                        tuple("/body/0", "text", true, "Ana"),
                        tuple("/body/1", "text", true, "A-17"),
                        tuple("/buttons/0", "payload", false, null),
                        tuple("/buttons/1", "url_suffix", true, "A-17"));
    }

    private static Filling filling(String template, String variables) {
        return Filling.of(Layout.of(json(template)), json(variables.replace('\'', '"')), "/v");
    }

    private static String named(String template) {
        return switch (template) {
            case "ORDER" -> ORDER;
            case "NAMED" -> NAMED;
            case "IMAGE" -> IMAGE;
            case "CODE" -> CODE;
            case "OFFER" -> OFFER;
            default -> CARDS;
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
