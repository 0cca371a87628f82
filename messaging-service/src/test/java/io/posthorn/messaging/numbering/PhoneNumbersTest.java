package io.posthorn.messaging.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "+1 415 555 0132, 14155550132",
        "0049 152 28817386, 4915228817386",
        "15550002000@c.us, 15550002000",
        "34612341021, 34612341021",
        "+33 (6) 12 34 10 42, 33612341042",
        "+55.11.96123.1000, 5511961231000"
    })
    void readsWhatPeopleWrite(String written, String digits) {
        assertThat(PhoneNumbers.digits(written, null)).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask reception",
                "+49 12",
                "+1 555 0100",
                "+1 415 555 0132 99 77 55 33",
                "@c.us",
                "",
                "+",
                "tel:+14155550132"
            })
    void refusesWhatIsNoNumber(String written) {
        assertThat(PhoneNumbers.digits(written, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "912 345 678, PT, 351912345678",
        "(11) 96123-1000, BR, 5511961231000",
        "+1 415 555 0132, PT, 14155550132",
        "15550002000@c.us, PT, 15550002000",
        "351912345678, PT, 351912345678"
    })
    void theRegionStandsInForACountryCodeThatIsMissing(String written, String region, String digits) {
        assertThat(PhoneNumbers.digits(written, region)).contains(digits);
    }
}
