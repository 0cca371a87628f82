package io.posthorn.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainApiKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "01a1fc15-678b-7851-bc40-000000000009",
                "ffffffff-ffff-ffff-ffff-ffffffffffff"
            })
    void isReadAsItWasWritten(String id) {
        var key = PlainApiKey.next(UUID.fromString(id));

        var read = PlainApiKey.parse(key.text()).orElseThrow();

        assertThat(read.id()).isEqualTo(key.id());
        assertThat(read.secret()).isEqualTo(key.secret());
        assertThat(key.text())
                .hasSize(80)
                .startsWith(PlainApiKey.start(key.id()) + "_")
                .matches("ph_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}");
    }

    @Test
    void oneWrongCharacterIsNoticed() {
        var text = PlainApiKey.next(UUID.randomUUID()).text();

        for (int at = 8; at < text.length(); at++) {
            var other = text.charAt(at) == 'a' ? 'b' : 'a';
            assertThat(PlainApiKey.parse(text.substring(0, at) + other + text.substring(at + 1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ph_live_", "ph_live_1_2", "phr_abc", "zzzzzzzzzzzzzzzzzzzzzz"})
    void whatIsNoKeyOfOursIsNone(String text) {
        assertThat(PlainApiKey.parse(text)).isEmpty();
    }

    @Test
    void anIdBeyondAUuidIsNone() {
        assertThat(Base62.decodeId("z".repeat(22))).isEmpty();
    }

    @Test
    void neverShowsItself() {
        assertThat(PlainApiKey.next(UUID.randomUUID())).hasToString("PlainApiKey");
    }
}
