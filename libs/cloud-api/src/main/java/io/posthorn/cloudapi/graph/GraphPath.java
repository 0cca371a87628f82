package io.posthorn.cloudapi.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An address behind the version, each piece encoded, so that no id leads anywhere else. */
public final class GraphPath {
    private final String path;
    private final String query;

    private GraphPath(String path, String query) {
        this.path = path;
        this.query = query;
    }

    /** Of an object, and of something that belongs to it. */
    public static GraphPath of(String id, String... edges) {
        var path = new StringBuilder(encoded(id));
        for (var edge : edges) {
            path.append('/').append(edge);
        }
        return new GraphPath(path.toString(), "");
    }

    public GraphPath with(String name, String value) {
        var separator = query.isEmpty() ? "?" : "&";
        var readable = encoded(value).replace("%2C", ",");
        return new GraphPath(path, query + separator + name + "=" + readable);
    }

    public GraphPath with(String name, Optional<String> value) {
        return value.map(there -> with(name, there)).orElse(this);
    }

    @Override
    public String toString() {
        return path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
