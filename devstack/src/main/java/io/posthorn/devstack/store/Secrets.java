package io.posthorn.devstack.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random secrets, and passwords that follow from one. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 64 characters that need no quoting anywhere: 384 random bits. */
    public static String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(48));
    }

    /** An envelope key as the services read it: {@code id:base64 of 32 bytes}. */
    public static String envelopeKey(String id) {
        return id + ":" + Base64.getEncoder().encodeToString(bytes(32));
    }

    /** The same for everyone who knows the first secret, unguessable for others. */
    public static String derived(String secret, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
