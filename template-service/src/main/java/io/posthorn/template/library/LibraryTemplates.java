package io.posthorn.template.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** All of them, read once. */
final class LibraryTemplates {
    private static final List<LibraryTemplate> ALL = read();

    private LibraryTemplates() {}

    /** Null narrows nothing. */
    static List<LibraryTemplate> find(String branch, String language, String category) {
        return ALL.stream()
                .filter(entry -> branch == null || branch.equalsIgnoreCase(entry.branch()))
                .filter(entry -> language == null || language.equals(entry.language()))
                .filter(entry -> category == null || category.equalsIgnoreCase(entry.category()))
                .toList();
    }

    private static List<LibraryTemplate> read() {
        try (var file = LibraryTemplates.class.getResourceAsStream("/template-library.json")) {
            return new ObjectMapper()
                    .readTree(file)
                    .valueStream()
                    .map(LibraryTemplate::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
