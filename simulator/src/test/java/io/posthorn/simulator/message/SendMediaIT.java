package io.posthorn.simulator.message;

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
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SendMediaIT {
    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
        world.subscribe(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"A3.3", "A3.5"})
    void sendsAnUploadedPicture() {
        var media = world.picture();

        var answer = send("image", "{\"id\":\"%s\",\"caption\":\"Look\"}".formatted(media));

        var wamid = wamid(answer);
        await().until(() -> sink.statusesOf(wamid).size() == 3);
        var captured = world.captured("&wamid=" + wamid).path(0);
        assertThat(captured.path("type").asText()).isEqualTo("image");
        assertThat(captured.path("body").asText()).isEqualTo("Look");
        assertThat(captured.path("content").path("id").asText()).isEqualTo(media);
        assertThat(captured.path("content").path("caption").asText()).isEqualTo("Look");
    }

    @Test
    @Shows({"A3.4"})
    void believesLinks() {
        assertThat(send("image", "{\"link\":\"https://cdn.example/a.png\"}").status())
                .isEqualTo(200);
    }

    @Test
    @Shows({"A3.6", "A3.12", "I4.10"})
    void failsLaterWhenTheFileIsOfAnotherKind() {
        var pdf = world.upload("application/pdf", Files.PDF).json().path("id").asText();

        var wamid = wamid(send("image", "{\"id\":\"%s\"}".formatted(pdf)));

        await().until(() -> sink.statusesOf(wamid).equals(List.of("failed")));
        assertThat(sink.statuses()
                        .getFirst()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131053);
        assertThat(send("document", "{\"id\":\"%s\",\"filename\":\"a.pdf\"}".formatted(pdf))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Shows({"A3.3"})
    void refusesMediaOfOtherWorldsAndMediaThatIsGone() {
        var foreign = new SimulatorClient(base).world().picture();
        var own = world.picture();

        assertThat(send("image", "{\"id\":\"%s\"}".formatted(foreign)).errorCode())
                .isEqualTo(100);
        world.clock("\"advanceSeconds\":2592001");
        assertThat(send("image", "{\"id\":\"%s\"}".formatted(own)).errorCode()).isEqualTo(100);
        assertThat(world.captured("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            image | {}                                            | 131008
            image | {"caption":"x"}                               | 131008
            image | {"id":"1","link":"https://a.example/b.png"}   | 131009
            image | {"link":"ftp://a.example/b.png"}              | 100
            image | {"link":"https://a.example/b","caption":7}    | 100
            audio | {"link":"https://a.example/b","caption":"x"}  | 100
            """)
    @Shows({"A3.1", "A3.2", "A3.10"})
    void refusesWhatBreaksARule(String type, String content, int code) {
        assertThat(send(type, content).errorCode()).isEqualTo(code);
    }

    @Test
    @Shows({"A3.5", "A3.14", "A11.2"})
    void countsCharactersOfTheCaption() {
        var content = "{\"link\":\"https://a.example/b\",\"caption\":\"%s\"}";

        assertThat(send("image", content.formatted("x".repeat(1024))).status()).isEqualTo(200);
        assertThat(send("image", content.formatted("x".repeat(1025))).errorCode())
                .isEqualTo(131009);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            video    | {"link":"https://a.example/b","caption":"c"}                    | 200
            video    | {"link":"https://a.example/b","filename":"b.mp4"}               | 100
            document | {"link":"https://a.example/b","caption":"c","filename":"b.pdf"} | 200
            document | {"link":"https://a.example/b","filename":7}                     | 100
            audio    | {"link":"https://a.example/b","voice":true}                     | 200
            audio    | {"link":"https://a.example/b","voice":"yes"}                    | 100
            sticker  | {"link":"https://a.example/b"}                                  | 200
            sticker  | {"link":"https://a.example/b","caption":"c"}                    | 100
            """)
    @Shows({"A3.7", "A3.9", "A3.10", "A3.12", "A3.15"})
    void takesWhatEachKindHas(String type, String content, int expected) {
        var answer = send(type, content);

        assertThat(answer.status() == 200 ? 200 : answer.errorCode()).isEqualTo(expected);
    }

    private Answer send(String type, String content) {
        return world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"%1$s","%1$s":%2$s}""".formatted(type, content));
    }

    private static String wamid(Answer answer) {
        return answer.json().path("messages").path(0).path("id").asText();
    }
}
