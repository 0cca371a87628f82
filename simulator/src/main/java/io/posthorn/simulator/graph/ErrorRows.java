package io.posthorn.simulator.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Meta's codes with their usual HTTP status and title, from {@code graph-errors.csv}. */
final class ErrorRows {
    private static final String FILE = "/graph-errors.csv";
    private static final List<Row> ROWS = read();

    private ErrorRows() {}

    /** The row of a code; an unknown one is a plain bad request, as with Meta. */
    static Row of(int code) {
        return ROWS.stream()
                .filter(row -> row.first() <= code && code <= row.last())
                .findFirst()
                .orElse(new Row(code, code, 400, "Unknown error"));
    }

    private static List<Row> read() {
        try (var file = ErrorRows.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Row(int first, int last, int status, String title) {
        private static final int COLUMNS = 4;

        static Row parse(String line) {
            var columns = line.split(";", COLUMNS);
            return new Row(
                    Integer.parseInt(columns[0]),
                    Integer.parseInt(columns[1]),
                    Integer.parseInt(columns[2]),
                    columns[3]);
        }
    }
}
