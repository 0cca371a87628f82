package io.posthorn.auth.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which an application gets tokens. */
public enum GrantType {
    AUTHORIZATION_CODE,
    REFRESH_TOKEN,
    CLIENT_CREDENTIALS;

    public static Optional<GrantType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
