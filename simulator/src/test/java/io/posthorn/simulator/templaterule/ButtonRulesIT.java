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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ButtonRulesIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    private static final String BUTTONS = "BODY,{'type':'BUTTONS','buttons':[%s]}";

    @Shows({
        "A11.11", "A11.12", "A11.13", "C8.1", "C8.2", "C8.3", "C8.4", "C8.5", "C8.6", "C8.7", "C8.8", "C8.10", "C8.11",
        "C8.12", "C8.13", "C8.14", "C8.19", "C8.22", "C8.23", "C8.24", "F4.12"
    })
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", emptyValue = "", textBlock = """
            2388040 | {'type':'QUICK_REPLY','text':'<x26>'}
            2388043 | {'type':'QUICK_REPLY'}
            2388042 | {'type':'QUICK_REPLY','text':'A','url':'https://a.example'}
            can't have any variables | {'type':'QUICK_REPLY','text':'So {{1}}'}
            can't have any variables | {'type':'QUICK_REPLY','text':'Two\\nlines'}
            can't have any variables | {'type':'QUICK_REPLY','text':'*A*'}
            can't have any variables | {'type':'QUICK_REPLY','text':'Yes 👍'}
            different texts | {'type':'QUICK_REPLY','text':'A'},{'type':'QUICK_REPLY','text':'A'}
            must not be mixed | {'type':'QUICK_REPLY','text':'A'},{'type':'URL','text':'Go','url':'https://a.example'},{'type':'QUICK_REPLY','text':'B'}
            must not be mixed | {'type':'URL','text':'Go','url':'https://a.example'},{'type':'QUICK_REPLY','text':'B'},{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001000'}
            2 buttons of type URL | {'type':'URL','text':'1','url':'https://a.example'},{'type':'URL','text':'2','url':'https://a.example'},{'type':'URL','text':'3','url':'https://a.example'}
            2388043 | {'type':'URL','text':'Go'}
            2388043 | {'type':'URL','text':'Go','url':'https://a.example/{{1}}'}
            2388040 | {'type':'URL','text':'Go','url':'https://a.example/<x1990>'}
            2388040 | {'type':'URL','text':'<x26>','url':'https://a.example'}
            2388081 | {'type':'URL','text':'Go','url':'https://wa.me/1555'}
            2388081 | {'type':'URL','text':'Go','url':'https://api.whatsapp.com/send?phone=1555'}
            starts with http | {'type':'URL','text':'Go','url':'nowhere'}
            at its end | {'type':'URL','text':'Go','url':'https://a.example/{{1}}/b','example':['x']}
            at its end | {'type':'URL','text':'Go','url':'https://a.example/{{1}}{{2}}','example':['x']}
            1 buttons of type PHONE_NUMBER | {'type':'PHONE_NUMBER','text':'1','phone_number':'+15550001000'},{'type':'PHONE_NUMBER','text':'2','phone_number':'+15550001000'}
            2388040 | {'type':'PHONE_NUMBER','text':'<x26>','phone_number':'+15550001000'}
            2388043 | {'type':'COPY_CODE'}
            2388040 | {'type':'COPY_CODE','example':'<x21>'}
            letters and digits | {'type':'COPY_CODE','example':'A B'}
            1 buttons of type COPY_CODE | {'type':'COPY_CODE','example':'A'},{'type':'COPY_CODE','example':'B'}
            must be one of | {'type':'OTP','otp_type':'COPY_CODE'}
            must be one of | {'type':'BELL','text':'Ring'}
            one of flow_id | {'type':'FLOW','text':'Begin'}
            one of flow_id | {'type':'FLOW','text':'Begin','flow_id':'1','flow_name':'n'}
            JSON object | {'type':'FLOW','text':'Begin','flow_json':'no'}
            2388043 | {'type':'FLOW','flow_id':'1'}
            flow_action must be one of | {'type':'FLOW','text':'Begin','flow_id':'1','flow_action':'fly'}
            2388042 | {'type':'FLOW','text':'Begin','flow_id':'1','flow_action':'data_exchange','navigate_screen':'A'}
            1 buttons of type FLOW | {'type':'FLOW','text':'1','flow_id':'1'},{'type':'FLOW','text':'2','flow_id':'1'}
            2388040 | {'type':'VOICE_CALL','text':'<x26>'}
            2388043 | {'type':'VOICE_CALL'}
            1 buttons of type VOICE_CALL | {'type':'VOICE_CALL','text':'1'},{'type':'VOICE_CALL','text':'2'}
            """)
    void refusesButtons(String expected, String buttons) {
        trial.refuses(expected, "MARKETING", BUTTONS.formatted(buttons));
    }

    @Shows({
        "C8.2", "C8.3", "C8.4", "C8.5", "C8.6", "C8.8", "C8.10", "C8.11", "C8.13", "C8.14", "C8.19", "C8.20", "C8.22",
        "C9.19"
    })
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'QUICK_REPLY','text':'<x25>'}",
                "{'type':'QUICK_REPLY','text':'A'},{'type':'QUICK_REPLY','text':'B'},{'type':'URL','text':'Go','url':'https://a.example'},{'type':'PHONE_NUMBER','text':'Call','phone_number':'16467043595'}",
                "{'type':'URL','text':'Go','url':'https://a.example'},{'type':'URL','text':'Too','url':'https://b.example'},{'type':'QUICK_REPLY','text':'B'}",
                "{'type':'URL','text':'Go','url':'https://a.example/{{1}}','example':['https://a.example/A-17']}",
                "{'type':'URL','text':'Go','url':'https://a.example/{{1}}','example':['A-17']}",
                "{'type':'URL','text':'Go','url':'https://a.example/<x1980>'}",
                "{'type':'COPY_CODE','example':'<x20>'},{'type':'QUICK_REPLY','text':'Stop'}",
                "{'type':'COPY_CODE','example':['SAVE20']}",
                "{'type':'FLOW','text':'Begin','flow_id':'1','flow_action':'navigate','navigate_screen':'FIRST'}",
                "{'type':'FLOW','text':'Begin','flow_name':'sign_up','flow_action':'data_exchange'}",
                "{'type':'FLOW','text':'Begin','flow_json':'{}'}",
                "{'type':'VOICE_CALL','text':'Call us'}",
                "{'type':'REQUEST_CONTACT_INFO'}",
                "{'type':'REQUEST_CONTACT_INFO','text':'Share Contact Info'}"
            })
    void takesButtons(String buttons) {
        trial.takes("UTILITY", BUTTONS.formatted(buttons));
    }

    @Shows({"C8.1", "C8.2"})
    @Test
    void takesTenButtonsAndNoMore() {
        var ten = replies(10);

        trial.refuses(
                "can have 10 buttons", "UTILITY", BUTTONS.formatted(ten + ",{'type':'QUICK_REPLY','text':'Eleven'}"));
        trial.takes("UTILITY", BUTTONS.formatted(ten));
    }

    @Shows({"C8.9", "C8.10"})
    @ParameterizedTest
    @ValueSource(strings = {"nobody", "+1555000100012345678901", "12"})
    void refusesPhoneNumbersWithTheirPlace(String number) {
        var answer = trial.create(
                "UTILITY",
                "BODY,{'type':'FOOTER','text':'Us'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'A'},"
                        + "{'type':'PHONE_NUMBER','text':'Call','phone_number':'%s'}]}".formatted(number));

        assertThat(answer.errorCode()).isEqualTo(192);
        assertThat(answer.json().path("error").path("message").asText())
                .isEqualTo("(#192) Param components[2]['buttons'][1]['phone_number'] is not a valid phone number.");
    }

    @Shows({"C8.15", "C8.16", "C8.17", "C8.21"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'CATALOG'}",
                "{'type':'MPM'}",
                "{'type':'SPM'}",
                "{'type':'APP','text':'Open','app_deep_link':{}}"
            })
    void refusesButtonsOfMarketingElsewhere(String button) {
        trial.refuses("Only marketing templates", "UTILITY", BUTTONS.formatted(button));
    }

    @Shows({"C8.21"})
    @Test
    void takesLinksIntoApps() {
        var buttons =
                BUTTONS.formatted("{'type':'APP','text':'Open','app_deep_link':{'android_deep_link':'acme://cart'}}");

        trial.refuses("2388043", "MARKETING", BUTTONS.formatted("{'type':'APP','text':'Open'}"));
        trial.takes("MARKETING", buttons);
    }

    private static String replies(int count) {
        var replies = new StringBuilder();
        for (var number = 0; number < count; number++) {
            replies.append(number == 0 ? "" : ",")
                    .append("{'type':'QUICK_REPLY','text':'Answer %d'}".formatted(number));
        }
        return replies.toString();
    }
}
