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
class AuthenticationRulesIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    private static final String APPS =
            "'supported_apps':[{'package_name':'com.example.shop','signature_hash':'K8a/AINcGX7'}]";

    @Shows({"C1.40", "C9.1", "C9.2", "C9.7"})
    @Test
    void writesTheWords() {
        var components = trial.takes("AUTHENTICATION", """
                {'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':10},
                {'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'copy_code'}]}""").path("components");

        assertThat(components.path(0).path("text").asText())
                .isEqualTo("*{{1}}* is your verification code. For your security, do not share this code.");
        assertThat(components.path(1).path("text").asText()).isEqualTo("This code expires in 10 minutes.");
        assertThat(components.path(2).path("buttons").path(0).path("type").asText())
                .isEqualTo("URL");
    }

    @Shows({"C9.1", "C9.3", "C9.4", "C9.5", "C9.6", "C8.12"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'OTP','otp_type':'COPY_CODE','text':'<x25>'}",
                "{'type':'OTP','otp_type':'ONE_TAP','text':'Copy','autofill_text':'<x25>',APPS}",
                "{'type':'OTP','otp_type':'ZERO_TAP','zero_tap_terms_accepted':true,APPS}",
                "{'type':'OTP','otp_type':'ONE_TAP','package_name':'com.example.luckyshrub','signature_hash':'K8a%2FAINcGX7'}"
            })
    void takesButtons(String button) {
        trial.takes(
                "AUTHENTICATION",
                "{'type':'BODY'},{'type':'BUTTONS','buttons':[%s]}".formatted(button.replace("APPS", APPS)));
    }

    @Shows({"C8.12", "C9.3", "C9.4", "C9.5", "C9.6"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388043 | {'type':'OTP'}
            2388043 | {'type':'OTP','otp_type':'THREE_TAP'}
            2388043 | {'type':'QUICK_REPLY','text':'A'}
            2388043 | {'type':'OTP','otp_type':'COPY_CODE'},{'type':'OTP','otp_type':'COPY_CODE'}
            2388040 | {'type':'OTP','otp_type':'COPY_CODE','text':'<x26>'}
            2388042 | {'type':'OTP','otp_type':'COPY_CODE',APPS}
            2388040 | {'type':'OTP','otp_type':'ONE_TAP','autofill_text':'<x26>',APPS}
            2388043 | {'type':'OTP','otp_type':'ONE_TAP'}
            2388043 | {'type':'OTP','otp_type':'ONE_TAP','supported_apps':[]}
            2388043 | {'type':'OTP','otp_type':'ONE_TAP','supported_apps':[{'package_name':'com.example'}]}
            can have 5 apps | {'type':'OTP','otp_type':'ONE_TAP','supported_apps':[{},{},{},{},{},{}]}
            2388040 | {'type':'OTP','otp_type':'ONE_TAP','supported_apps':[{'package_name':'com.<x221>','signature_hash':'K8a/AINcGX7'}]}
            no name of an Android app | {'type':'OTP','otp_type':'ONE_TAP','supported_apps':[{'package_name':'example','signature_hash':'K8a/AINcGX7'}]}
            has 11 characters | {'type':'OTP','otp_type':'ONE_TAP','supported_apps':[{'package_name':'com.example','signature_hash':'short'}]}
            2388043 | {'type':'OTP','otp_type':'ZERO_TAP',APPS}
            """)
    void refusesButtons(String expected, String button) {
        trial.refuses(
                expected,
                "AUTHENTICATION",
                "{'type':'BODY'},{'type':'BUTTONS','buttons':[%s]}".formatted(button.replace("APPS", APPS)));
    }

    @Shows({"C5.13", "C9.1", "C9.2", "C9.3", "C9.8"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            component of type BODY has unexpected field(s) (text) | {'type':'BODY','text':'My own words'},OTP
            2388043 | {'type':'BODY'}
            2388043 | OTP
            2388042 | {'type':'BODY'},{'type':'FOOTER','text':'My own words'},OTP
            2388073 | {'type':'BODY'},{'type':'FOOTER','code_expiration_minutes':0},OTP
            2388073 | {'type':'BODY'},{'type':'FOOTER','code_expiration_minutes':91},OTP
            2388042 | {'type':'HEADER','format':'TEXT','text':'No'},{'type':'BODY'},OTP
            2388042 | {'type':'HEADER','format':'LOCATION'},{'type':'BODY'},OTP
            """)
    void refusesComponents(String expected, String components) {
        trial.refuses(
                expected,
                "AUTHENTICATION",
                components.replace("OTP", "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}"));
    }

    @Shows({"C9.25", "C9.26", "C9.27", "C9.28"})
    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION,30,900,true",
        "UTILITY,30,43200,true",
        "MARKETING,43200,2592000,false",
    })
    void limitsTheTimeToLive(String category, int least, int most, boolean minusOne) {
        assertThat(isTaken(category, least - 1)).isFalse();
        assertThat(isTaken(category, least)).isTrue();
        assertThat(isTaken(category, most)).isTrue();
        assertThat(isTaken(category, most + 1)).isFalse();
        assertThat(isTaken(category, -1)).isEqualTo(minusOne);
    }

    private boolean isTaken(String category, int seconds) {
        var components = category.equals("AUTHENTICATION")
                ? "{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}"
                : "{'type':'BODY','text':'Just a body.'}";
        return trial.world()
                        .createTemplate(trial.json(
                                "{'name':'ttl_%s','language':'en','category':'%s','message_send_ttl_seconds':%d,'components':[%s]}"
                                        .formatted(
                                                Integer.toString(seconds).replace('-', 'm'),
                                                category,
                                                seconds,
                                                components)))
                        .status()
                == 200;
    }
}
