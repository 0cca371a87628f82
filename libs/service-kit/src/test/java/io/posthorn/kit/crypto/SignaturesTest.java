package io.posthorn.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = "new:" + Base64.getEncoder().encodeToString(key());
    private static final byte[] CONTENT = "a link".getBytes(StandardCharsets.UTF_8);

    @Test
    void outliveTheRotationOfTheirKeyAndNotItsRemoval() {
        var before = signatures(OLD);
        var signature = before.sign(before.keyId(), "links", CONTENT);

        var rotated = signatures(NEW + "," + OLD);

        assertThat(rotated.keyId()).isEqualTo("new");
        assertThat(rotated.isValid("old", "links", CONTENT, signature)).isTrue();
        assertThat(signatures(NEW).isValid("old", "links", CONTENT, signature)).isFalse();
    }

    @Test
    void holdForOneContentOnePurposeAndOneKey() {
        var signatures = signatures(NEW + "," + OLD);
        var signature = signatures.sign("new", "links", CONTENT);

        assertThat(signatures.isValid("new", "links", new byte[0], signature)).isFalse();
        assertThat(signatures.isValid("new", "other", CONTENT, signature)).isFalse();
        assertThat(signatures.isValid("old", "links", CONTENT, signature)).isFalse();
        assertThat(signatures.isValid("none", "links", CONTENT, signature)).isFalse();
    }

    private static Signatures signatures(String keys) {
        return new Signatures(new Envelope(keys));
    }

    private static byte[] key() {
        var key = new byte[32];
        key[0] = 1;
        return key;
    }
}
