package io.posthorn.simulator.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the checked-in lists: a line each, with quotes where a value holds a comma. */
final class Csv {
    private static final Path DOCUMENTS = Path.of("../docs");
    private static final Pattern VALUE = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private Csv() {}

    static Path document(String name) {
        return DOCUMENTS.resolve(name);
    }

    /** The lines below the heading. */
    static List<List<String>> read(String name) throws IOException {
        return Files.readAllLines(document(name)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(Csv::values)
                .toList();
    }

    private static List<String> values(String line) {
        return VALUE.matcher(line)
                .results()
                .map(value ->
                        value.group(1) == null ? value.group(2) : value.group(1).replace("\"\"", "\""))
                .toList();
    }
}
