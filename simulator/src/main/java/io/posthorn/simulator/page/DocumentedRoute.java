package io.posthorn.simulator.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** One line of {@code control-routes.txt}. */
record DocumentedRoute(
        String method, String path, String area, String summary, List<String> query, String exampleBody) {
    private static final String FILE = "/control-routes.txt";
    private static final int COLUMNS = 6;
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static List<DocumentedRoute> all() {
        try (var file = DocumentedRoute.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(DocumentedRoute::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> pathParameters() {
        return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
    }

    private static DocumentedRoute parse(String line) {
        var columns =
                Arrays.stream(line.split("\\|", COLUMNS)).map(String::trim).toList();
        var query = columns.get(4).isEmpty()
                ? List.<String>of()
                : List.of(columns.get(4).split(","));
        return new DocumentedRoute(
                columns.get(0), columns.get(1), columns.get(2), columns.get(3), query, columns.get(5));
    }
}
