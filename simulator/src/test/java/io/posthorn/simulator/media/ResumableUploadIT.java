package io.posthorn.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResumableUploadIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @Test
    void tellsTheAppOfTheToken() {
        var app = world.get("app").json();

        assertThat(app.path("id").asText()).isEqualTo(world.view().path("appId").asText());
        assertThat(app.path("name").asText()).isNotEmpty();
    }

    @Test
    @Shows({"D5.1", "D5.3", "D5.4", "I6.4"})
    void turnsAFileIntoAHandle() {
        var session = start(Files.PNG.length);

        var answer = send(session, 0, Files.PNG);

        assertThat(session).startsWith("upload:").contains("?sig=");
        assertThat(answer.path("h").asText()).startsWith("4::aW1hZ2UvcG5n:");
    }

    @Test
    @Shows({"D5.5", "D5.6"})
    void goesOnWhereItWasInterrupted() {
        var session = start(Files.PNG.length);
        send(session, 0, Arrays.copyOf(Files.PNG, 5));

        var progress = world.get(session).json();
        var wrong = send(session, 3, new byte[1]);
        var rest = send(session, 5, Arrays.copyOfRange(Files.PNG, 5, Files.PNG.length));

        assertThat(progress.path("id").asText()).isEqualTo(session);
        assertThat(progress.path("file_offset").asInt()).isEqualTo(5);
        assertThat(wrong.path("error").path("code").asInt()).isEqualTo(100);
        assertThat(rest.path("h").asText()).isNotEmpty();
    }

    @Test
    void refusesMoreThanAnnouncedAndWhatIsNotThePicture() {
        assertThat(send(start(4), 0, Files.PNG).path("error").path("code").asInt())
                .isEqualTo(100);
        assertThat(send(start(4), 0, new byte[4]).path("error").path("code").asInt())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file_type=image/png",
                "file_length=0&file_type=image/png",
                "file_length=104857601&file_type=image/png",
                "file_length=10",
                "file_length=10&file_type=image/webp"
            })
    @Shows("D5.2")
    void refusesToStart(String query) {
        var answer = world.simulator().graph("POST", "/v25.0/app/uploads?" + query, world.token(), "{}");

        assertThat(answer.errorCode()).isEqualTo(100);
    }

    @Test
    void belongsToItsWorldAndItsSignature() {
        var session = start(Files.PNG.length);
        var other = new SimulatorClient(base).world();

        assertThat(other.get(session).errorCode()).isEqualTo(100);
        assertThat(world.get(session + "x").errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"D5.7", "D5.8", "D5.4"})
    void endsInAHandleOfSeveralLinesThatCannotBeSent() {
        var session = start(Files.PNG.length);
        send(session, 0, Arrays.copyOf(Files.PNG, 5));

        var handle = send(session, 5, Arrays.copyOfRange(Files.PNG, 5, Files.PNG.length))
                .path("h")
                .asText();

        var app = world.view().path("appId").asText();
        assertThat(handle.lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("4::") && line.contains(":" + app + ":"));
        assertThat(world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"image","image":{"id":"%s"}}""".formatted(handle.replace("\n", "\\n"))).status())
                .isEqualTo(400);
    }

    private String start(int length) {
        var app = world.view().path("appId").asText();
        var path = "/v25.0/%s/uploads?file_name=a.png&file_length=%d&file_type=image/png".formatted(app, length);
        return world.simulator()
                .graph("POST", path, world.token(), null)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode send(String session, int offset, byte[] bytes) {
        var response = world.simulator()
                .raw(
                        "POST",
                        "/v25.0/" + session,
                        bytes,
                        "Authorization",
                        "OAuth " + world.token(),
                        "file_offset",
                        Integer.toString(offset));
        return new SimulatorClient.Answer(response.statusCode(), "", new String(response.body())).json();
    }
}
