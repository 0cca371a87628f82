package io.posthorn.simulator.templaterule;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TemplateRulesIT {
    private static final String BODY = "{'type':'BODY','text':'Just a body.'}";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388046 | {'name':'Bad Name','language':'en','category':'UTILITY','components':[BODY]}
            0       | {'name':'a','language':'xx','category':'UTILITY','components':[BODY]}
            0       | {'name':'a','language':'en','category':'NEWS','components':[BODY]}
            0       | {'name':'a','language':'en','category':'UTILITY','components':[]}
            0       | {'name':'a','language':'en','category':'UTILITY','components':[BODY,BODY]}
            0       | {'name':'a','language':'en','category':'UTILITY','components':[{'type':'SIDE'}]}
            0       | {'name':'a','language':'en','category':'UTILITY','message_send_ttl_seconds':5,'components':[BODY]}
            """)
    void refusesNamesAndTheLike(int subcode, String body) {
        assertRefused(body, subcode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388043 | {'type':'FOOTER','text':'Only a footer'}
            2388043 | {'type':'BODY'}
            2388042 | {'type':'BODY','text':'A body.','colour':'red'}
            2388043 | {'type':'BODY','text':'Hello {{1}}, this has no example.'}
            2388043 | {'type':'BODY','text':'Hello {{1}} and {{2}}, one of these has no example today.','example':{'body_text':[['Ana']]}}
            2388299 | {'type':'BODY','text':'{{1}} is here and waits for you','example':{'body_text':[['Ana']]}}
            2388299 | {'type':'BODY','text':'Here waits for you today {{1}} ','example':{'body_text':[['Ana']]}}
            2388293 | {'type':'BODY','text':'Hi {{1}}, bye.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{2}}, this one has no first.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{name}}, this one is not numbered.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{1}, braces do not pair.'}
            2388072 | {'type':'BODY','text':'Far      apart.'}
            2388047 | BODY,{'type':'HEADER','format':'TEXT','text':'A {{1}} b {{2}} c','example':{'header_text':['x','y']}}
            2388072 | BODY,{'type':'HEADER','format':'TEXT','text':'So *bold*'}
            2388043 | BODY,{'type':'HEADER','format':'TEXT','text':'Order {{1}} here'}
            2388040 | BODY,{'type':'HEADER','format':'TEXT','text':'1234567890123456789012345678901234567890123456789012345678901'}
            2388047 | BODY,{'type':'HEADER','format':'SOUND'}
            2388043 | BODY,{'type':'HEADER','format':'IMAGE'}
            2494102 | BODY,{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::unknown']}}
            2388073 | BODY,{'type':'FOOTER','text':'By {{1}} shop'}
            2388040 | BODY,{'type':'FOOTER','text':'1234567890123456789012345678901234567890123456789012345678901'}
            2388040 | BODY,{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'12345678901234567890123456'}]}
            2388043 | BODY,{'type':'BUTTONS','buttons':[{'type':'URL','text':'Go','url':'https://a.example/{{1}}'}]}
            2388081 | BODY,{'type':'BUTTONS','buttons':[{'type':'URL','text':'Go','url':'https://wa.me/1555'}]}
            0       | BODY,{'type':'BUTTONS','buttons':[{'type':'URL','text':'Go','url':'https://a.example/{{1}}/b','example':['x']}]}
            0       | BODY,{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'A'},{'type':'QUICK_REPLY','text':'A'}]}
            0       | BODY,{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'A'},{'type':'URL','text':'Go','url':'https://a.example'},{'type':'QUICK_REPLY','text':'B'}]}
            0       | BODY,{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'So {{1}}'}]}
            0       | BODY,{'type':'BUTTONS','buttons':[{'type':'URL','text':'1','url':'https://a.example'},{'type':'URL','text':'2','url':'https://a.example'},{'type':'URL','text':'3','url':'https://a.example'}]}
            """)
    void refusesComponents(int subcode, String components) {
        assertRefused(
                "{'name':'a','language':'en','category':'UTILITY','components':[%s]}".formatted(components), subcode);
    }

    @Test
    void refusesPhoneNumbersWithTheirOwnCode() {
        var answer = world.createTemplate(json("""
                {'name':'a','language':'en','category':'UTILITY','components':[BODY,
                 {'type':'BUTTONS','buttons':[{'type':'PHONE_NUMBER','text':'Call','phone_number':'nobody'}]}]}"""));

        assertThat(answer.errorCode()).isEqualTo(192);
    }

    @Test
    void takesEverythingTogether() {
        var answer = world.createTemplate(json("""
                {'name':'full','language':'en_US','category':'utility','parameter_format':'positional','components':[
                 {'type':'header','format':'image','example':{'header_handle':['%s']}},
                 {'type':'body','text':'Hello {{1}}, your order {{2}} can be collected until Friday.','example':{'body_text':[['Ana','A-17']]}},
                 {'type':'footer','text':'Acme store'},
                 {'type':'buttons','buttons':[{'type':'quick_reply','text':'Stop updates'},
                  {'type':'url','text':'Track','url':'https://acme.example/t/{{1}}','example':['https://acme.example/t/A-17']},
                  {'type':'phone_number','text':'Call us','phone_number':'+15550001000'}]}]}""".formatted(world.handle())));

        var read = world.get(answer.json().path("id").asText()).json();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(read.path("category").asText()).isEqualTo("UTILITY");
        assertThat(read.path("components").path(0).path("type").asText()).isEqualTo("HEADER");
        assertThat(read.path("components")
                        .path(0)
                        .path("example")
                        .path("header_handle")
                        .path(0)
                        .asText())
                .startsWith("https://scontent.whatsapp.net/");
    }

    @Test
    void takesNamedVariables() {
        var answer = world.createTemplate(json("""
                {'name':'named','language':'en','category':'UTILITY','parameter_format':'NAMED','components':[
                 {'type':'BODY','text':'Hello {{first_name}}, it is ready.','example':{'body_text_named_params':[
                  {'param_name':'first_name','example':'Ana'}]}}]}"""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void writesTheWordsOfAuthenticationTemplates() {
        var answer = world.createTemplate(json("""
                {'name':'code','language':'en','category':'AUTHENTICATION','components':[
                 {'type':'BODY','add_security_recommendation':true},
                 {'type':'FOOTER','code_expiration_minutes':10},
                 {'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]}"""));

        var components = world.get(answer.json().path("id").asText()).json().path("components");
        assertThat(components.path(0).path("text").asText())
                .isEqualTo("*{{1}}* is your verification code. For your security, do not share this code.");
        assertThat(components.path(1).path("text").asText()).isEqualTo("This code expires in 10 minutes.");
        assertThat(components.path(2).path("buttons").path(0).path("type").asText())
                .isEqualTo("URL");
        assertRefused("""
                {'name':'own','language':'en','category':'AUTHENTICATION','components':[
                 {'type':'BODY','text':'My own words'}]}""", 2388042);
    }

    private void assertRefused(String body, int subcode) {
        var answer = world.createTemplate(json(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(100);
        assertThat(answer.json().path("error").path("error_subcode").asInt())
                .as(answer.text())
                .isEqualTo(subcode);
    }

    private static String json(String text) {
        return text.replace("BODY,BODY", BODY + "," + BODY)
                .replaceAll("(?<=[\\[]|^)BODY(?=[,\\]])", BODY)
                .replace('\'', '"');
    }
}
