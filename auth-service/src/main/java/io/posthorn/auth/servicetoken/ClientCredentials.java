package io.posthorn.auth.servicetoken;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a process of ours sends as HTTP Basic: its name and its secret. */
record ClientCredentials(String service, String secret) {
    private static final String SCHEME = "Basic ";
    private static final int MOST = 1024;

    /** Empty for what is not HTTP Basic. */
    static Optional<ClientCredentials> parse(String header) {
        if (header == null || header.length() > MOST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials";
    }
}
