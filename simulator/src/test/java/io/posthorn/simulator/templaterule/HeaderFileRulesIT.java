package io.posthorn.simulator.templaterule;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HeaderFileRulesIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    @Shows({"C5.5", "C5.6", "C5.7", "C5.12", "C5.13"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            UTILITY   | IMAGE
            MARKETING | VIDEO
            UTILITY   | DOCUMENT
            UTILITY   | {'type':'HEADER','format':'LOCATION'}
            MARKETING | {'type':'header','format':'location'}
            """)
    void takesHeaders(String category, String header) {
        trial.takes(category, header + ",BODY");
    }

    @Shows({"C5.8"})
    @Test
    void takesAnimationsInMarketingOnly() {
        trial.refuses("2388047", "UTILITY", "GIF,BODY");

        trial.takes("MARKETING", "GIF,BODY");
    }

    @Shows({"C5.1", "C5.9", "C5.10", "C5.11", "C5.12", "C5.14"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388043 | {'type':'HEADER','format':'IMAGE'}
            2388043 | {'type':'HEADER','format':'IMAGE','example':{'header_handle':[]}}
            2388043 | {'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a','4::b']}}
            2388042 | {'type':'HEADER','format':'IMAGE','text':'No','example':{'header_handle':['4::a']}}
            2494102 | {'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::unknown']}}
            2388042 | {'type':'HEADER','format':'LOCATION','example':{'header_text':['x']}}
            2388042 | {'type':'HEADER','format':'LOCATION','text':'Here'}
            2388047 | {'type':'HEADER','format':'PRODUCT'}
            Duplicate component | IMAGE,VIDEO
            """)
    void refusesHeaders(String expected, String header) {
        trial.refuses(expected, "MARKETING", header + ",BODY");
    }

    @Shows({"C5.11"})
    @Test
    void refusesHandlesOfOtherFilesAndWorlds() {
        var picture = trial.world().handle();
        var other = new SimulatorClient(base).world().handle();
        var header = "{'type':'HEADER','format':'%s','example':{'header_handle':['%s']}},BODY";

        trial.refuses("2494102", "UTILITY", header.formatted("VIDEO", picture));
        trial.refuses("2494102", "UTILITY", header.formatted("IMAGE", other));
    }

    @Shows({"C1.39", "C2.1", "C2.2", "C2.5"})
    @Test
    void takesEverythingTogether() {
        var answer = trial.world()
                .createTemplate(trial.json("""
                {'name':'full','language':'en_US','category':'utility','parameter_format':'positional','message_send_ttl_seconds':3600,
                 'components':[
                 {'type':'header','format':'image','example':{'header_handle':['%s']}},
                 {'type':'body','text':'Hello {{1}}, your order {{2}} can be collected until Friday.','example':{'body_text':[['Ana','A-17']]}},
                 {'type':'footer','text':'Acme store'},
                 {'type':'buttons','buttons':[{'type':'quick_reply','text':'Stop updates'},
                  {'type':'url','text':'Track','url':'https://acme.example/t/{{1}}','example':['https://acme.example/t/A-17']},
                  {'type':'phone_number','text':'Call us','phone_number':'+15550001000'}]}]}""".formatted(trial.world().handle())));

        var read = trial.world().get(answer.json().path("id").asText()).json();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(read.path("category").asText()).isEqualTo("UTILITY");
        assertThat(read.path("components").findValuesAsText("type"))
                .containsExactly("HEADER", "BODY", "FOOTER", "BUTTONS", "QUICK_REPLY", "URL", "PHONE_NUMBER");
        assertThat(read.path("components")
                        .path(0)
                        .path("example")
                        .path("header_handle")
                        .path(0)
                        .asText())
                .startsWith("https://scontent.whatsapp.net/");
    }
}
