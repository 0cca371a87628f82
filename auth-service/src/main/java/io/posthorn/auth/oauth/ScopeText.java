package io.posthorn.auth.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Scopes of applications: {@code <resource>:read} and {@code <resource>:write} for the API, and those of OpenID Connect.
 * What decides about people, keys and applications is for people who are logged in, whatever a scope says.
 */
public final class ScopeText {
    public static final String OPENID = "openid";
    public static final String PROFILE = "profile";
    public static final String EMAIL = "email";
    public static final String OFFLINE = "offline_access";
    public static final List<String> OF_PEOPLE = List.of(OPENID, PROFILE, EMAIL, OFFLINE);

    /** What an application may be registered with. */
    public static final String FORM = "openid|profile|email|offline_access"
            + "|(?!(?:api-keys|applications|auth|operator|users|workspaces):)[a-z][a-z-]{0,39}:(?:read|write)";

    private static final int LONGEST = 4000;

    private ScopeText() {}

    /** Each once, in the order in which they were asked for. */
    public static List<String> parse(String scope) {
        if (scope.length() > LONGEST) {
            throw OAuthRefusal.invalidScope("There are too many scopes");
        }
        return Arrays.stream(scope.split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    public static String join(List<String> scopes) {
        return String.join(" ", scopes);
    }

    /** Nothing beyond what was registered, granted or allowed. */
    public static List<String> requireWithin(List<String> asked, List<String> allowed) {
        if (asked.isEmpty() || !Set.copyOf(allowed).containsAll(asked)) {
            throw OAuthRefusal.invalidScope("Ask for one or more of: " + join(allowed));
        }
        return asked;
    }

    /** Those that open something of the API. */
    public static List<String> ofTheApi(List<String> scopes) {
        return scopes.stream().filter(scope -> !OF_PEOPLE.contains(scope)).toList();
    }
}
