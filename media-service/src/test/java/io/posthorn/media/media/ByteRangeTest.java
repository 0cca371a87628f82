package io.posthorn.media.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "bytes=1-3,1,3",
        "bytes=90-,90,99",
        "bytes=-10,90,99",
        "bytes=-500,0,99",
        "bytes=50-500,50,99"
    })
    void findsThePieceThatIsAskedFor(String header, long first, long last) {
        assertThat(ByteRange.asked(header, 100)).isEqualTo(new ByteRange.Asked(new ByteRange(first, last), true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes=-", "bytes=5-3", "bytes=0-1,3-4", "items=0-1", "bytes=9999999999999999999-"})
    void whatCannotBeServedAsOnePieceIsServedWhole(String header) {
        assertThat(ByteRange.asked(header, 100)).isEqualTo(new ByteRange.Asked(new ByteRange(0, 99), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-0", "bytes=100-", "bytes=100-200"})
    void aPieceThatTheFileDoesNotHaveIsRefused(String header) {
        assertThat(ByteRange.asked(header, 100).isUnsatisfiable()).isTrue();
    }
}
