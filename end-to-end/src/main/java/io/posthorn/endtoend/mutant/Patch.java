package io.posthorn.endtoend.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A unified diff. Its line numbers are not looked at: each hunk has to fit at exactly one place, so a patch outlives changes elsewhere in
 * its files, and fails when what it leaves out has changed.
 */
record Patch(Map<String, List<Hunk>> hunks) {
    private static final String NEW_FILE = "+++ b/";

    /** Lines that are replaced, with those around them. */
    record Hunk(StringBuilder before, StringBuilder after) {
        Hunk() {
            this(new StringBuilder(), new StringBuilder());
        }
    }

    static Patch read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Patch of(List<String> lines) {
        var hunks = new LinkedHashMap<String, List<Hunk>>();
        var current = new ArrayList<Hunk>();
        for (var line : lines) {
            if (line.startsWith(NEW_FILE)) {
                current = new ArrayList<>();
                hunks.put(line.substring(NEW_FILE.length()), current);
            } else if (line.startsWith("@@")) {
                current.add(new Hunk());
            } else if (!current.isEmpty() && !line.startsWith("---")) {
                add(line.isEmpty() ? " " : line, current.getLast());
            }
        }
        return new Patch(hunks);
    }

    /** The patched files by their paths. */
    Map<String, String> applied(Path root) {
        var files = new LinkedHashMap<String, String>();
        hunks.forEach((path, changes) -> files.put(path, apply(path, read(root, path), changes)));
        return files;
    }

    private static void add(String line, Hunk hunk) {
        var text = line.substring(1) + "\n";
        if (line.charAt(0) != '+') {
            hunk.before().append(text);
        }
        if (line.charAt(0) != '-') {
            hunk.after().append(text);
        }
    }

    private static String apply(String path, String text, List<Hunk> changes) {
        for (var hunk : changes) {
            var before = hunk.before().toString();
            int at = text.indexOf(before);
            if (at < 0 || text.indexOf(before, at + 1) >= 0) {
                throw new IllegalStateException("%s has not exactly one place like this:\n%s".formatted(path, before));
            }
            text = text.substring(0, at) + hunk.after() + text.substring(at + before.length());
        }
        return text;
    }

    private static String read(Path root, String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
