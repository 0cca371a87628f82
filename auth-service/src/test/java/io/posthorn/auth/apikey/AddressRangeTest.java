package io.posthorn.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest(name = "{0} holds {1}: {2}")
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.128/25, 203.0.113.127, false",
        "0.0.0.0/0, 198.51.100.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "203.0.113.0/24, ::ffff:203.0.113.9, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::1, 2001:DB8:0:0:0:0:0:1, true",
        "203.0.113.0/24, localhost, false",
        "203.0.113.0/24, '', false",
    })
    void saysWhatItHolds(String range, String address, boolean holds) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "localhost",
                "example.com/24",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "203.0.113.0/2/4",
                "203.0.113/24",
                "2001:db8::/129",
                "1.2.3.256",
                "fe80::1%eth0",
                "203.0.113.0/0x8"
            })
    void whatIsNoRangeIsNone(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void hasOneSpelling() {
        assertThat(AddressRange.parse("203.0.113.77/24").orElseThrow()).hasToString("203.0.113.0/24");
        assertThat(AddressRange.parse("203.0.113.77").orElseThrow()).hasToString("203.0.113.77/32");
        assertThat(AddressRange.canonical("::ffff:203.0.113.9")).hasValue("203.0.113.9");
    }
}
