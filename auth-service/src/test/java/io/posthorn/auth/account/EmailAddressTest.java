package io.posthorn.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ada@example.com,ada@example.com",
        "' Ada@EXAMPLE.com ',ada@example.com",
        "\uff21da\uff20example.com,ada@example.com",
        "a\u030aa@example.com,\u00e5a@example.com",
        "\u0410\u0414\u0410@example.com,\u0430\u0434\u0430@example.com",
        "ada@m\u00fcnchen.example,ada@xn--mnchen-3ya.example",
        "ada@M\u00dcNCHEN.example,ada@xn--mnchen-3ya.example",
        "ada+tag@example.co.uk,ada+tag@example.co.uk"
    })
    void spellingsOfOneAddressAreOne(String typed, String normal) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(normal));
        assertThat(EmailAddress.parse(normal)).contains(new EmailAddress(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "@example.com",
                "ada@",
                "ada@localhost",
                "ada@example..com",
                "ada@-example.com",
                "ada@exa_mple.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "a da@example.com",
                "ada@example.com\nbcc:eve@example.com",
                "ada\u0000@example.com",
                "ada\u200b@example.com",
                "ada\ud800@example.com",
                "ada@@example.com",
                "\"ada\"@example.com",
                "ada@[127.0.0.1]",
                "ada@example.com,eve@example.com"
            })
    void whatMailCannotReachIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void lengthsAreBounded() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(63) + ".example.com")).isPresent();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".example.com")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(126) + "com")).isEmpty();
        // One character that NFKC makes eighteen.
        assertThat(EmailAddress.parse("\ufdfa".repeat(20) + "@example.com")).isEmpty();
    }
}
