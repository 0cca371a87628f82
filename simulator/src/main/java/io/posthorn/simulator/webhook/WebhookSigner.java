package io.posthorn.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the exact bytes of a body with an app secret. */
final class WebhookSigner {
    static final String HEADER = "X-Hub-Signature-256";
    static final String LEGACY_HEADER = "X-Hub-Signature";

    private WebhookSigner() {}

    static String sign(byte[] body, String appSecret) {
        return "sha256=" + sign(body, appSecret, "HmacSHA256");
    }

    /** Meta still sends the older form along. */
    static String signAsBefore(byte[] body, String appSecret) {
        return "sha1=" + sign(body, appSecret, "HmacSHA1");
    }

    private static String sign(byte[] body, String appSecret, String algorithm) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + algorithm, impossible);
        }
    }
}
