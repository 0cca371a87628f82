package io.posthorn.auth.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.mail.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"203.0.113.7,203.0.113.7", "2001:db8:1:2:3:4:5:6,2001:db8:1:2:0:0:0:0", "null,unknown"})
    void whoeverHasOneIpv6AddressHasAWholeNetworkOfThem(String address, String network) {
        assertThat(new Visitor(address, null, Language.EN).network()).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                " 203.0.113.7,203.0.113.7",
                "2001:DB8::1,2001:db8:0:0:0:0:0:1",
                "::ffff:203.0.113.7,203.0.113.7",
                "example.com,null",
                "fe80::1%eth0,null",
                "null,null"
            })
    void anAddressHasOneSpelling(String written, String read) {
        assertThat(InetAddresses.canonical(written).orElse(null)).isEqualTo(read);
    }
}
