package io.posthorn.template.builder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A conversation as a file: what is expected at its end, then what somebody says, turn by turn. */
public record WrittenConversation(String name, Map<String, String> expected, List<String> turns) {
    private static final Path FOLDER = Path.of("src/test/resources/conversations");

    public static List<WrittenConversation> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(WrittenConversation::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the last turn has to have led to. */
    public void verify(Turn end) {
        var draft = end.state().draft();
        assertThat(turns.size()).as("turns").isLessThanOrEqualTo(Integer.parseInt(expected.get("turns")));
        expected.forEach((part, value) -> {
            switch (part) {
                case "title", "turns" -> {}
                case "ends" -> assertThat(end.status().name()).as(part).isEqualToIgnoringCase(value);
                case "body-contains" ->
                    assertThat(Stream.of(value.split("\\|")).anyMatch(draft.body()::contains))
                            .as(draft.body())
                            .isTrue();
                case "blocked" ->
                    assertThat(end.review().issues()).extracting("code").contains(value);
                case "tongue" -> assertThat(end.state().tongue()).asString().isEqualTo(value);
                default -> assertThat(part(draft, part)).as(part).isEqualTo(value.equals("none") ? null : value);
            }
        });
        if (!expected.get("ends").equals("collecting")) {
            assertThat(end.review().issues()).isEmpty();
        }
    }

    private static String part(Draft draft, String part) {
        return switch (part) {
            case "name" -> draft.name();
            case "category" -> draft.category();
            case "language" -> draft.language();
            case "header" -> draft.header();
            case "body" -> draft.body();
            case "footer" -> draft.footer();
            case "examples" -> String.join(" | ", draft.examples());
            case "buttons" ->
                draft.buttons().stream().map(WrittenConversation::button).collect(Collectors.joining(" | "));
            default -> throw new IllegalArgumentException("Nobody expects " + part);
        };
    }

    private static String button(DraftButton button) {
        return Stream.of(button.kind().name(), button.text(), button.target())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static WrittenConversation read(Path file) {
        try {
            var parts = Files.readString(file).split("\n---\n");
            var expected = new LinkedHashMap<String, String>();
            parts[0].lines()
                    .forEach(line -> expected.put(
                            line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
            var turns = Stream.of(parts).skip(1).map(WrittenConversation::turn).toList();
            return new WrittenConversation(file.getFileName().toString(), expected, turns);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code !empty} and {@code !repeat 1000 x} stand for what would be unreadable. */
    private static String turn(String written) {
        var said = written.strip();
        if (said.equals("!empty")) {
            return "";
        }
        if (said.startsWith("!repeat ")) {
            var words = said.split(" ", 3);
            return (words[2] + " ").repeat(Integer.parseInt(words[1]));
        }
        return said;
    }

    @Override
    public String toString() {
        return name;
    }
}
