package io.posthorn.kit.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of a workspace, highest first: each may do what those below it may. */
public enum Role {
    OWNER,
    ADMIN,
    AGENT,
    VIEWER;

    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.claim().equals(name)).findFirst();
    }

    /** The word in tokens and in {@code @RolesAllowed}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and all that it includes. */
    public Set<String> ladder() {
        return Arrays.stream(values())
                .filter(role -> role.ordinal() >= ordinal())
                .map(Role::claim)
                .collect(Collectors.toUnmodifiableSet());
    }
}
