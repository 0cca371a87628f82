package io.posthorn.cloudapi.rule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers what is wrong, in the order in which it was found, each thing once. The checks here name their codes after the
 * field: {@code body_required}, {@code body_too_long}.
 */
public final class Violations {
    private final Set<Violation> found = new LinkedHashSet<>();

    /** Refuses what breaks a rule. */
    public static void enforce(Consumer<Violations> rules) {
        var violations = new Violations();
        rules.accept(violations);
        if (!violations.found.isEmpty()) {
            throw new InvalidMessageException(violations.list());
        }
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    public void add(String pointer, String code, String message, Object... details) {
        found.add(new Violation(pointer, code, details.length == 0 ? message : message.formatted(details)));
    }

    public void addAll(List<Violation> more) {
        found.addAll(more);
    }

    public void require(boolean holds, String pointer, String code, String message) {
        if (!holds) {
            add(pointer, code, message);
        }
    }

    /** A text that must be there, with at most so many characters as people count them. */
    public void text(String pointer, String field, String text, int most) {
        if (text == null || text.isBlank()) {
            add(pointer, field + "_required", "This text is needed");
        } else if (length(text) > most) {
            add(pointer, field + "_too_long", "At most %d characters, not %d", most, length(text));
        }
    }

    public void text(String pointer, String field, Optional<String> text, int most) {
        text.ifPresent(there -> text(pointer, field, there, most));
    }

    public void id(String pointer, String field, String id) {
        text(pointer, field, id, 255);
    }

    /** A whole address of the web. */
    public void url(String pointer, String field, String url, int most) {
        text(pointer, field, url, most);
        if (url != null && !url.isBlank() && !isWebAddress(url)) {
            add(pointer, field + "_format", "Write a whole address, such as https://shop.example/t/17");
        }
    }

    public void count(String pointer, String field, int count, int least, int most) {
        if (count < least) {
            add(pointer, field + "_too_few", "At least %d, not %d", least, count);
        } else if (count > most) {
            add(pointer, field + "_too_many", "At most %d, not %d", most, count);
        }
    }

    public void unique(String pointer, String field, Collection<String> values) {
        var seen = new HashSet<String>();
        if (!values.stream().allMatch(seen::add)) {
            add(pointer, field + "_duplicate", "No two of them are the same");
        }
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isWebAddress(String url) {
        try {
            var parsed = new URI(url);
            return parsed.getHost() != null
                    && ("https".equalsIgnoreCase(parsed.getScheme()) || "http".equalsIgnoreCase(parsed.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
