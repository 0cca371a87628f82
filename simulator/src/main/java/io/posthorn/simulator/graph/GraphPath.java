package io.posthorn.simulator.graph;

import java.util.Optional;
import java.util.regex.Pattern;

/** A path, split. The version is free and optional. */
record GraphPath(String version, String objectId, String edge) {
    private static final Pattern FORM = Pattern.compile("/(?:(v\\d+\\.\\d+)/)?([^/]+)(?:/([^/]+))?/?");
    private static final Pattern ESCAPED_COLON = Pattern.compile("%3A", Pattern.CASE_INSENSITIVE);
    private static final String USUAL_VERSION = "v25.0";
    private static final String UPLOAD = "upload:";

    static Optional<GraphPath> of(String path) {
        var match = FORM.matcher(path);
        if (!match.matches() || match.group(2).matches("v\\d+\\.\\d+")) {
            return Optional.empty();
        }
        var version = Optional.ofNullable(match.group(1)).orElse(USUAL_VERSION);
        var objectId = ESCAPED_COLON.matcher(match.group(2)).replaceAll(":");
        return Optional.of(new GraphPath(
                version, objectId, Optional.ofNullable(match.group(3)).orElse("")));
    }

    boolean isUpload() {
        return objectId.startsWith(UPLOAD);
    }
}
