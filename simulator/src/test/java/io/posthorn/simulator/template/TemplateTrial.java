package io.posthorn.simulator.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import java.util.regex.Pattern;

/**
 * Creates templates that are written down shortly: quotes are single ones, {@code <x61>} is a text of 61 letters,
 * {@code BODY} a body without variables, {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} and {@code GIF} are headers of
 * uploaded files.
 */
public record TemplateTrial(TestWorld world) {
    private static final Pattern LONG_TEXT = Pattern.compile("<x(\\d+)>");
    private static final Pattern WORD = Pattern.compile("(?<=[\\[,]|^)\\s*(BODY|IMAGE|VIDEO|DOCUMENT|GIF)(?=[,\\]]|$)");
    private static final String HEADER =
            "{\"type\":\"HEADER\",\"format\":\"%s\",\"example\":{\"header_handle\":[\"%s\"]}}";

    public Answer create(String category, String components) {
        return create("trial", category, components);
    }

    public Answer create(String name, String category, String components) {
        return world.createTemplate(json("{'name':'%s','language':'en_US','category':'%s','components':[%s]}"
                .formatted(name, category, components)));
    }

    /** Creates one and returns its id once it can be sent. */
    public String approved(String name, String category, String components) {
        return world.approved(json("{'name':'%s','language':'en_US','category':'%s','components':[%s]}"
                .formatted(name, category, components)));
    }

    public JsonNode takes(String category, String components) {
        var answer = create(category, components);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return world.get(answer.json().path("id").asText()).json();
    }

    /** @param expected the subcode, or a part of what Meta says when its subcode is not known */
    public void refuses(String expected, String category, String components) {
        refused(expected, create(category, components));
        assertThat(world.get(world.account() + "/message_templates").json().path("data"))
                .as("stored")
                .isEmpty();
    }

    public static void refused(String expected, Answer answer) {
        var error = answer.json().path("error");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        if (expected.matches("\\d+")) {
            assertThat(error.path("code").asInt()).isEqualTo(100);
            assertThat(error.path("error_subcode").asText()).as(answer.text()).isEqualTo(expected);
            assertThat(error.path("error_user_title").asText()).isNotBlank();
            assertThat(error.path("error_user_msg").asText()).isNotBlank();
        } else {
            assertThat(answer.text().replace("\\\"", "'")).contains(expected);
        }
    }

    public String json(String text) {
        var words = WORD.matcher(text).replaceAll(match -> component(match.group(1)));
        return LONG_TEXT
                .matcher(words)
                .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))))
                .replace('\'', '"');
    }

    private String component(String word) {
        return switch (word) {
            case "IMAGE" -> HEADER.formatted(word, world.handle());
            case "DOCUMENT" -> HEADER.formatted(word, world.handle("application/pdf", Files.PDF));
            case "VIDEO", "GIF" -> HEADER.formatted(word, world.handle("video/mp4", Files.MP4));
            default -> "{'type':'BODY','text':'Just a body.'}";
        };
    }
}
