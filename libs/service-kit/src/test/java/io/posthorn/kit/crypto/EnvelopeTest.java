package io.posthorn.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final String OLD = "old:" + key(1);
    private static final String NEW = "new:" + key(2);

    @Test
    void opensWhatItSealed() {
        var envelope = new Envelope(OLD);

        var sealed = envelope.seal("très secret", "channel/1/token");

        assertThat(new String(sealed)).doesNotContain("secret");
        assertThat(envelope.open(sealed, "channel/1/token")).isEqualTo("très secret");
        assertThat(envelope.seal("très secret", "channel/1/token")).isNotEqualTo(sealed);
    }

    @Test
    void opensUnderARotatedKeyAndSealsUnderTheNewOne() {
        var sealed = new Envelope(OLD).seal("secret", "row");
        var rotated = new Envelope(NEW + "," + OLD);

        assertThat(rotated.open(sealed, "row")).isEqualTo("secret");
        assertThatThrownBy(() -> new Envelope(OLD).open(rotated.seal("secret", "row"), "row"))
                .hasMessageContaining("not configured");
    }

    @Test
    void doesNotOpenWhatWasChangedOrMovedToAnotherRow() {
        var envelope = new Envelope(OLD);
        var sealed = envelope.seal("secret", "row/1");

        assertThatThrownBy(() -> envelope.open(sealed, "row/2")).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> envelope.open(sealed, "row/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fingerprintsFromBeforeARotationAreRecognised() {
        var before = new Envelope(OLD).fingerprint("secret", "purpose");
        var rotated = new Envelope(NEW + "," + OLD);

        var candidates = rotated.fingerprints("secret", "purpose");

        assertThat(candidates).hasSize(2).last().isEqualTo(before);
        assertThat(candidates).first().isEqualTo(rotated.fingerprint("secret", "purpose"));
        assertThat(new Envelope(OLD).fingerprint("secret", "other purpose")).isNotEqualTo(before);
    }

    @Test
    void refusesKeysThatAreTooShort() {
        assertThatThrownBy(() -> new Envelope("short:" + Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("32 bytes");
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
