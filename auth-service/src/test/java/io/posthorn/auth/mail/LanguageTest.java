package io.posthorn.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null|EN",
                "''|EN",
                "pt-BR,pt;q=0.9,en;q=0.5|PT",
                "de-DE,es-MX;q=0.8,en;q=0.3|ES",
                "ar-EG|AR",
                "de,fr|EN",
                "*|EN",
                "en;q=banana|EN",
                ";;;,,,|EN"
            })
    void readsWhatTheBrowserPrefers(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }
}
