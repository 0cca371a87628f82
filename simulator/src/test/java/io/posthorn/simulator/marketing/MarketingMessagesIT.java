package io.posthorn.simulator.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
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
class MarketingMessagesIT {
    private static final String GIF =
            "'components':[{'type':'header','parameters':[{'type':'gif','gif':{'link':'https://a.example/a.mp4'}}]}]";

    @TestHTTPResource
    URI base;

    private TestWorld world;
    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":0}");
        trial = new TemplateTrial(world);
    }

    @Shows({"A10.41", "A10.42", "A10.43"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'product_policy':'CLOUD_API_FALLBACK'",
                ",'product_policy':'STRICT','message_activity_sharing':true"
            })
    void takesMarketingTemplates(String options) {
        trial.takes("MARKETING", "BODY");

        var answer = send("marketing_messages", "", options);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("messages").path(0).path("message_status").asText())
                .isEqualTo("accepted");
        assertThat(world.captured("")).hasSize(1);
    }

    @Shows({"A10.42", "A10.43"})
    @ParameterizedTest
    @ValueSource(strings = {",'product_policy':'LOOSE'", ",'message_activity_sharing':'maybe'"})
    void refusesOtherOptions(String options) {
        trial.takes("MARKETING", "BODY");

        assertThat(send("marketing_messages", "", options).errorCode()).isEqualTo(100);
        assertThat(world.captured("")).isEmpty();
    }

    @Shows({"A10.41"})
    @Test
    void refusesAnythingElse() {
        trial.takes("UTILITY", "BODY");
        var text = "{'messaging_product':'whatsapp','to':'+15550002000','type':'text','text':{'body':'hi'}}";

        assertThat(send("marketing_messages", "", "").errorCode()).isEqualTo(134100);
        assertThat(call("marketing_messages", text).errorCode()).isEqualTo(131055);
        assertThat(world.captured("")).isEmpty();
    }

    @Shows({"A10.44", "A10.45"})
    @ParameterizedTest
    @CsvSource({
        "marketingApi,marketing_messages,131005,messages",
        "marketingOnCloudApi,messages,131063,marketing_messages"
    })
    void isOpenOrClosedByAccount(String setting, String closed, int code, String open) {
        trial.takes("MARKETING", "BODY");
        world.change("{\"templates\":{\"%s\":false}}".formatted(setting));

        assertThat(send(closed, "", "").errorCode()).isEqualTo(code);
        assertThat(send(open, "", "").status()).isEqualTo(200);
        assertThat(world.captured("")).hasSize(1);
    }

    @Shows({"A10.47"})
    @Test
    void aloneTakesAnimations() {
        trial.takes("MARKETING", "GIF,BODY");

        assertThat(send("messages", "," + GIF, "").errorCode()).isEqualTo(131055);
        assertThat(send("marketing_messages", "," + GIF, "").status()).isEqualTo(200);
    }

    @Shows({"C9.9"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'otp_type':'COPY_CODE'",
                "'otp_type':'ONE_TAP','supported_apps':[{'package_name':'com.example','signature_hash':'K8a/AINcGX7'}]",
                "'otp_type':'ZERO_TAP','zero_tap_terms_accepted':true,'supported_apps':[{'package_name':'com.example','signature_hash':'K8a/AINcGX7'}]"
            })
    void codesGoToPhoneNumbersOnly(String button) {
        trial.takes(
                "AUTHENTICATION", "{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP',%s}]}".formatted(button));

        var answer = call("messages", """
                {'messaging_product':'whatsapp','recipient':'US.900000000000000001','type':'template','template':{
                 'name':'trial','language':{'code':'en_US'}}}""");

        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(131062);
        assertThat(world.captured("")).isEmpty();
    }

    private Answer send(String edge, String components, String options) {
        return call(edge, """
                {'messaging_product':'whatsapp','to':'+15550002000','type':'template','template':{
                 'name':'trial','language':{'code':'en_US'}%s}%s}""".formatted(components, options));
    }

    private Answer call(String edge, String body) {
        return world.simulator()
                .graph("POST", "/v25.0/%s/%s".formatted(world.number(), edge), world.token(), trial.json(body));
    }
}
