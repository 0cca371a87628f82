package io.posthorn.devstack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/configuration.md says of variables. A test holds that page against the code, so it knows them all. */
final class KnownSettings {
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]*(?:<NAME>[A-Z0-9_]*)*)`");
    private static final Pattern DEFAULT =
            Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| `posthorn[^`]*` \\| `([^`]*)` \\|");
    private static final Pattern REPLACED = Pattern.compile("(?m)^\\| (`[^|]*`) \\| ([^|]*) \\|$");
    private static final int TYPING_ERRORS = 3;

    private final List<Pattern> names;
    private final List<String> words;
    private final List<MatchResult> defaults;
    private final List<MatchResult> replaced;

    private KnownSettings(String page) {
        var known = page.substring(0, Math.max(0, page.indexOf("## Names from before")));
        this.words = NAME.matcher(known).results().map(match -> match.group(1)).toList();
        this.names = words.stream()
                .map(name -> Pattern.compile(name.replace("<NAME>", "[A-Z0-9_]+")))
                .toList();
        this.defaults = DEFAULT.matcher(known).results().toList();
        this.replaced =
                REPLACED.matcher(page.substring(known.length())).results().toList();
    }

    static KnownSettings of(Path root) throws IOException {
        return new KnownSettings(Files.readString(root.resolve("docs/configuration.md")));
    }

    boolean knows(String variable) {
        return names.stream().anyMatch(name -> name.matcher(variable).matches());
    }

    /** The name that was probably meant. */
    Optional<String> nearest(String variable) {
        return words.stream()
                .filter(word -> distance(word, variable) <= TYPING_ERRORS)
                .min(Comparator.comparingInt(word -> distance(word, variable)));
    }

    /** What stands in place of a name that has no effect any more. */
    Optional<String> replacement(String variable) {
        return replaced.stream()
                .filter(row -> row.group(1).contains("`" + variable + "`"))
                .map(row -> row.group(2).replace("`", ""))
                .findFirst();
    }

    /** What a value must look like, judged by the default: a duration, a number, a yes or no. */
    Optional<String> mistake(String variable, String value) {
        return defaults.stream()
                .filter(row -> row.group(1).equals(variable))
                .map(row -> row.group(2))
                .findFirst()
                .flatMap(usual -> mistakeBeside(usual, value));
    }

    private static Optional<String> mistakeBeside(String usual, String value) {
        if (usual.matches("(?i)\\d+(ms|s|m|h|d)")
                && !value.matches("(?i)\\d+(ms|s|m|h|d)?|P.*")
                && !(usual.matches("\\d+M") && value.matches("\\d+[KMG]?"))) {
            return Optional.of("is no duration like " + usual);
        }
        if (usual.matches("\\d+") && !value.matches("\\d+")) {
            return Optional.of("is no number like " + usual);
        }
        if (usual.matches("true|false") && !value.matches("true|false")) {
            return Optional.of("is neither true nor false");
        }
        return Optional.empty();
    }

    private static int distance(String one, String other) {
        var row = new ArrayList<Integer>();
        for (int at = 0; at <= other.length(); at++) {
            row.add(at);
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row.getFirst();
            row.set(0, i);
            for (int j = 1; j <= other.length(); j++) {
                int above = row.get(j);
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row.set(j, Math.min(Math.min(above, row.get(j - 1)) + 1, diagonal + same));
                diagonal = above;
            }
        }
        return row.getLast();
    }
}
