package io.posthorn.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppIdTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +55 11 96123-4567      | BR | 5511961234567
            (415) 555-0132         | US | 14155550132
            0049 152 28817386      | DE | 4915228817386
            ٠١٠ ٠١٢٣ ٤٥٦٧          | EG | 201001234567
            ０９０－１２３４－５６７８ | JP | 819012345678
            8 (912) 345-67-89      | RU | 79123456789
            011 15-2345-6789       | AR | 5491123456789
            tel:+254-712-123456    | KE | 254712123456
            """)
    void readsNumbersAsPeopleWriteThem(String written, String country, String waId) {
        assertThat(WhatsAppId.of(written, country)).isEqualTo(waId);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> WhatsAppId.of("+49 1", "DE")).hasMessageContaining("+49 1");
    }
}
