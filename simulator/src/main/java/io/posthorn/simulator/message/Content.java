package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of what a send brings along, read with Meta's refusals: 131008 for what is missing, 131009 for what is too long, too
 * many or not allowed here, 100 for what is of the wrong kind.
 *
 * @param path where it stands, such as {@code interactive.action.buttons[0]}
 */
public record Content(JsonNode node, String path) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");

    public static Content of(JsonNode node, String path) {
        return new Content(node, path);
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public String at(String name) {
        return path + "." + name;
    }

    /** The object of this name, which has to be there. */
    public Content object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    public Optional<Content> optionalObject(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isObject()) {
            throw malformed(name, "a JSON object");
        }
        return Optional.of(new Content(node.get(name), at(name)));
    }

    /** The objects in the array of this name, which has to be there. */
    public List<Content> items(String name, int least, int most) {
        if (!has(name)) {
            throw missing(name);
        }
        return optionalItems(name, least, most);
    }

    public List<Content> optionalItems(String name, int least, int most) {
        if (!has(name)) {
            return List.of();
        }
        var array = node.get(name);
        if (!array.isArray()) {
            throw malformed(name, "an array");
        }
        if (array.size() < least || array.size() > most) {
            throw invalid("%s has %d to %d items, not %d".formatted(at(name), least, most, array.size()));
        }
        return IntStream.range(0, array.size())
                .mapToObj(index -> item(array.get(index), "%s[%d]".formatted(at(name), index)))
                .toList();
    }

    /** The text of this name, which has to be there and must not be empty. */
    public String text(String name, int longest) {
        var text = optionalText(name, longest).orElseThrow(() -> missing(name));
        if (text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    public Optional<String> optionalText(String name, int longest) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isTextual()) {
            throw malformed(name, "a string");
        }
        var text = node.get(name).textValue();
        if (length(text) > longest) {
            throw invalid("%s exceeds %d characters".formatted(at(name), longest));
        }
        return Optional.of(text);
    }

    public String address(String name, int longest) {
        var address = text(name, longest);
        if (!ADDRESS.matcher(address).matches()) {
            throw invalid("%s is not a valid URL".formatted(at(name)));
        }
        return address;
    }

    /** The text of this name, which has to be there and one of those. */
    public String oneOf(String name, Set<String> allowed) {
        return known(name, text(name, Integer.MAX_VALUE), allowed);
    }

    public Optional<String> optionalOneOf(String name, Set<String> allowed) {
        return optionalText(name, Integer.MAX_VALUE).map(value -> known(name, value, allowed));
    }

    /** Fails when there is anything else. */
    public void only(Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw GraphError.of(100, "Unexpected key \"%s\" on param \"%s\".".formatted(name, path))
                        .failure();
            }
        });
    }

    public void refuse(String name) {
        if (has(name)) {
            throw invalid("%s is not allowed here".formatted(at(name)));
        }
    }

    public GraphFailure missing(String name) {
        return GraphError.of(131008)
                .withDetails("Parameter '%s' is mandatory".formatted(at(name)))
                .failure();
    }

    public GraphFailure malformed(String name, String expected) {
        return GraphError.of(100, "Param %s must be %s.".formatted(at(name), expected))
                .failure();
    }

    public GraphFailure invalid(String details) {
        return GraphError.of(131009).withDetails(details).failure();
    }

    private String known(String name, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            var names = allowed.stream().sorted().toList();
            throw malformed(name, "one of {%s} - got \"%s\"".formatted(String.join(", ", names), value));
        }
        return value;
    }

    private static Content item(JsonNode node, String path) {
        if (!node.isObject()) {
            throw GraphError.of(100, "Param %s must be a JSON object.".formatted(path))
                    .failure();
        }
        return new Content(node, path);
    }
}
