package io.posthorn.auth.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query or a form: each at most once, and an empty one counts as left out (RFC 6749, 3.1). */
public record Parameters(Map<String, String> values) {
    private static final int LONGEST = 16 * 1024;
    private static final int MOST = 50;

    /** @param encoded as in a query: {@code a=1&b=two+words}; null for none */
    public static Parameters parse(String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return new Parameters(Map.of());
        }
        var pairs = encoded.length() > LONGEST ? new String[0] : encoded.split("&", MOST + 1);
        if (pairs.length == 0 || pairs.length > MOST) {
            throw OAuthRefusal.invalidRequest("There are too many parameters");
        }
        var values = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (values.put(name, value) != null) {
                throw OAuthRefusal.invalidRequest("A parameter comes twice");
            }
        }
        values.values().removeIf(String::isEmpty);
        return new Parameters(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String require(String name) {
        return find(name).orElseThrow(() -> OAuthRefusal.invalidRequest("The parameter %s is missing".formatted(name)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw OAuthRefusal.invalidRequest("A parameter is not percent-encoded as it should be");
        }
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
