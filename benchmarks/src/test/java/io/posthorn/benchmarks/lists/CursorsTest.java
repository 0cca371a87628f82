package io.posthorn.benchmarks.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {
    @Test
    void holdsTheTimeToTheMicrosecondAndTheId() {
        var id = UUID.fromString("0190f0a0-0000-7000-8000-000000000001");
        var time = Instant.parse("2026-01-02T03:04:05.678901Z");
        long micros = time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;

        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(Cursors.encoded(micros, id)));

        assertThat(Instant.ofEpochSecond(bytes.getLong(), bytes.getInt())).isEqualTo(time);
        assertThat(new UUID(bytes.getLong(), bytes.getLong())).isEqualTo(id);
    }
}
