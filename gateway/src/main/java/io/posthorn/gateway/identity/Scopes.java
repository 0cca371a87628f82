package io.posthorn.gateway.identity;

import java.util.Arrays;
import java.util.Set;

/** What a token may be used for: {@code messages:read templates:write}, {@code *} for every resource, {@code api} for all that its person may. */
public record Scopes(Set<String> words) {
    private static final String PERSON = "api";
    private static final String EVERY_RESOURCE = "*";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    static Scopes parse(String claim) {
        return new Scopes(
                claim == null || claim.isBlank()
                        ? Set.of()
                        : Set.copyOf(Arrays.asList(claim.strip().split(" +"))));
    }

    /** Whether this is a person who logged in, and no key. */
    public boolean isPerson() {
        return words.contains(PERSON);
    }

    public boolean allow(String scope) {
        return isPerson() || words.contains(EVERY_RESOURCE) || words.contains(scope);
    }

    /** The scope that a method of a resource needs. */
    public static String needed(String resource, String method) {
        return resource + (READING.contains(method) ? ":read" : ":write");
    }
}
