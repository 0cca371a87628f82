package io.posthorn.auth.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits: nobody guesses them, so a plain hash keeps them. The prefix lets scanners find leaked ones. */
final class ApplicationSecret {
    private static final String PREFIX = "pha_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ApplicationSecret(String text) {
        this.text = text;
    }

    static ApplicationSecret next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ApplicationSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }

    /** For its owner, once. */
    String text() {
        return text;
    }

    byte[] hash() {
        return hash(text);
    }

    @Override
    public String toString() {
        return "ApplicationSecret";
    }
}
