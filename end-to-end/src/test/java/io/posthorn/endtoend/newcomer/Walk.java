package io.posthorn.endtoend.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blocks of a page that name the file into which they go, and the commands that begin with {@code mvn}. */
record Walk(String page) {
    private static final Pattern BLOCK = Pattern.compile(
            "(?ms)^\\*\\*`(?<file>[^`]+)`\\*\\*(?:, before `(?<before>[^`]+)`)?:\\n```[a-z]+\\n(?<text>.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^```\\nmvn (?<arguments>.*)\\n```$");

    /** Writes each block to its file, or into it; answers with the files. */
    List<Path> followIn(Path root) throws IOException {
        var files = BLOCK.matcher(page).results().toList();
        for (var block : files) {
            follow(root, block);
        }
        return files.stream().map(block -> root.resolve(block.group("file"))).toList();
    }

    List<List<String>> commands() {
        return COMMAND.matcher(page)
                .results()
                .map(command -> List.of(command.group("arguments").split(" ")))
                .toList();
    }

    private static void follow(Path root, MatchResult block) throws IOException {
        var file = root.resolve(block.group("file"));
        if (block.group("before") == null) {
            assertThat(file).as("a file that the walk makes").doesNotExist();
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.group("text"));
        } else {
            var text = Files.readString(file);
            assertThat(text).as(file + " has a place for it").containsOnlyOnce(block.group("before"));
            Files.writeString(file, text.replace(block.group("before"), block.group("text") + block.group("before")));
        }
    }
}
