package io.posthorn.auth.application;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a code may be sent: nowhere that another machine on the way, or another page of a browser, could read it. */
final class RedirectUri {
    private static final int LONGEST = 500;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    /** RFC 8252, 7.1: a domain turned around, so that an app's scheme is its own. */
    private static final Pattern OWN_SCHEME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    private RedirectUri() {}

    /** Empty for what is no such address; otherwise as it was given, for it is compared letter by letter. */
    static Optional<String> parse(String typed) {
        if (typed == null || typed.length() > LONGEST || !typed.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(typed)).filter(RedirectUri::isSafe).map(good -> typed);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI uri) {
        if (uri.getScheme() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return false;
        }
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> uri.getHost() != null;
            case "http" -> uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
            default -> OWN_SCHEME.matcher(uri.getScheme()).matches();
        };
    }
}
