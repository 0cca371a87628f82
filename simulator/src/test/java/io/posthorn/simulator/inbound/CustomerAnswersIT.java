package io.posthorn.simulator.inbound;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CustomerAnswersIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":10}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows("B6.31")
    void pressesAButtonOfATemplate() {
        var wamid = sendOffer();

        var answer = press(wamid, "{\"text\":\"Yes\",\"payload\":\"yes:7\"}");

        await().until(() -> sink.messages().size() == 1);
        var message = sink.messages().getFirst();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(message.path("type").asText()).isEqualTo("button");
        assertThat(message.path("button").path("payload").asText()).isEqualTo("yes:7");
        assertThat(message.path("button").path("text").asText()).isEqualTo("Yes");
        assertThat(message.path("context").path("id").asText()).isEqualTo(wamid);
        assertThat(message.path("context").path("from").asText())
                .isEqualTo(world.view().path("displayPhoneNumber").asText().replaceAll("\\D", ""));
        assertThat(message.path("from").asText()).isEqualTo(CUSTOMER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                | yes:7
            {"index":1}       | No
            {"text":"No"}     | No
            {"payload":"yes:7"} | yes:7
            """)
    void completesWhatIsKnown(String button, String payload) {
        press(sendOffer(), button);

        await().until(() -> sink.messages().size() == 1);
        assertThat(sink.messages().getFirst().path("button").path("payload").asText())
                .isEqualTo(payload);
    }

    @Test
    void refusesButtonsThatWereNeverSent() {
        var wamid = sendOffer();

        assertThat(press(wamid, "{\"text\":\"Maybe\"}").status()).isEqualTo(422);
        assertThat(press("wamid.unknown", "{\"text\":\"Yes\"}").status()).isEqualTo(422);
        assertThat(write("15550009999", """
                "type":"button","button":{"text":"Yes"},"context":{"id":"%s"}""".formatted(wamid)).status()).isEqualTo(422);
        assertThat(write(CUSTOMER, "\"type\":\"button\",\"button\":{\"text\":\"Yes\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pressesByItselfWhenTheWorldSaysSo() {
        world.change("{\"customers\":{\"pressRate\":1,\"pressAfterMillis\":5}}");

        var wamid = sendOffer();

        await().until(() -> sink.messages().size() == 1);
        var message = sink.messages().getFirst();
        assertThat(message.path("context").path("id").asText()).isEqualTo(wamid);
        assertThat(message.path("button").path("text").asText()).isIn("Yes", "No");
    }

    @Test
    void opensTheWindowByPressing() {
        world.change("{\"window\":\"answer\"}");
        var wamid = sendOffer();

        var before = world.sendText("+" + CUSTOMER, "hi");
        press(wamid, "{}");
        var after = world.sendText("+" + CUSTOMER, "hi");

        assertThat(before.errorCode()).isEqualTo(131047);
        assertThat(after.status()).isEqualTo(200);
    }

    @Test
    @Shows({"B6.15", "B6.51", "B6.52", "B6.57"})
    void sendsPicturesThatCanBeLoaded() throws Exception {
        write(CUSTOMER, "\"type\":\"image\",\"image\":{\"caption\":\"Look\"}");

        await().until(() -> sink.messages().size() == 1);
        var image = sink.messages().getFirst().path("image");
        var media = world.get(image.path("id").asText()).json();
        var bytes = load(image.path("url").asText());
        assertThat(image.path("caption").asText()).isEqualTo("Look");
        assertThat(image.path("mime_type").asText()).isEqualTo("image/png");
        assertThat(Base64.getDecoder().decode(image.path("sha256").asText()))
                .asHexString()
                .isEqualToIgnoringCase(media.path("sha256").asText());
        assertThat(world.simulator()
                        .raw("GET", image.path("url").asText(), new byte[0])
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(64);
        world.clock("\"advanceSeconds\":301");
        assertThat(world.simulator()
                        .raw("GET", image.path("url").asText(), new byte[0], "Authorization", "Bearer " + world.token())
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    @Shows("B6.19")
    void sendsGivenBytesWhichAreGoneAfterAWeek() {
        var data = Base64.getEncoder().encodeToString(Files.PDF);

        write(CUSTOMER, """
                "type":"document","document":{"data":"%s","mime_type":"application/pdf","filename":"a.pdf"}""".formatted(data));

        await().until(() -> sink.messages().size() == 1);
        var document = sink.messages().getFirst().path("document");
        assertThat(document.has("data")).isFalse();
        assertThat(document.path("filename").asText()).isEqualTo("a.pdf");
        assertThat(load(document.path("url").asText())).isEqualTo(Files.PDF);
        world.clock("\"advanceSeconds\":604801");
        assertThat(world.get(document.path("id").asText()).errorCode()).isEqualTo(100);
    }

    @Test
    void sendsUploadedMediaButNoneOfOtherWorlds() {
        var own = world.picture();
        var foreign = new SimulatorClient(base).world().picture();

        assertThat(write(CUSTOMER, "\"type\":\"image\",\"image\":{\"id\":\"%s\"}".formatted(own))
                        .status())
                .isEqualTo(201);
        assertThat(write(CUSTOMER, "\"type\":\"image\",\"image\":{\"id\":\"%s\"}".formatted(foreign))
                        .status())
                .isEqualTo(422);
        assertThat(write(CUSTOMER, "\"type\":\"audio\"").status()).isEqualTo(422);
    }

    private String sendOffer() {
        world.approved("""
                {"name":"offer","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Do you want it?"},
                 {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"},{"type":"QUICK_REPLY","text":"No"}]}]}""");
        var answer = world.sendTemplate("+" + CUSTOMER, """
                {"name":"offer","language":{"code":"en"},"components":[
                 {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"yes:7"}]}]}""");
        return answer.json().path("messages").path(0).path("id").asText();
    }

    private Answer press(String wamid, String button) {
        return write(CUSTOMER, """
                "type":"button","button":%s,"context":{"id":"%s"}""".formatted(button, wamid));
    }

    private Answer write(String customer, String message) {
        return world.simulator()
                .control(
                        "POST",
                        "/_sim/customers/" + customer + "/messages",
                        "{\"phoneNumberId\":\"%s\",%s}".formatted(world.number(), message));
    }

    private byte[] load(String url) {
        return world.simulator()
                .raw("GET", url, new byte[0], "Authorization", "Bearer " + world.token())
                .body();
    }
}
