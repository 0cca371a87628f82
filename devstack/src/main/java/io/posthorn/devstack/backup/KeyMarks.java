package io.posthorn.devstack.backup;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By these an envelope key is recognised, and cannot be guessed: the beginning of an HMAC made with it. */
final class KeyMarks {
    private static final byte[] PURPOSE = "posthorn backup".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int MARK_BYTES = 8;

    private KeyMarks() {}

    /** Of keys as the services read them: {@code id:base64,id:base64}. */
    static Map<String, String> of(String envelopeKeys) {
        var marks = new TreeMap<String, String>();
        for (var key : envelopeKeys.split(",")) {
            var parts = key.strip().split(":", 2);
            marks.put(parts[0], mark(Base64.getDecoder().decode(parts[1])));
        }
        return marks;
    }

    private static String mark(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(PURPOSE), 0, MARK_BYTES);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
