package io.posthorn.cloudapi.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's {@code X-Hub-Signature-256}: the HMAC of the exact bytes of the body under the app secret. */
public final class WebhookSignature {
    public static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 64;

    private WebhookSignature() {}

    /** True when one of the secrets signed the body; several are valid while a secret is being rotated. */
    public static boolean verify(byte[] body, String header, List<String> secrets) {
        if (header == null || header.length() != PREFIX.length() + DIGITS || !header.startsWith(PREFIX)) {
            return false;
        }
        var claimed = header.substring(PREFIX.length()).getBytes(StandardCharsets.US_ASCII);
        var valid = false;
        for (var secret : secrets) { // all of them, so that the time taken does not tell which one matched
            valid |= !secret.isEmpty() && MessageDigest.isEqual(hex(body, secret), claimed);
        }
        return valid;
    }

    private static byte[] hex(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
        }
    }
}
