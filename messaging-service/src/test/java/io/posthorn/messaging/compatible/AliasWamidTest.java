package io.posthorn.messaging.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasWamidTest {
    @Test
    void leadsBackToTheMessage() {
        var id = UUID.randomUUID();

        var alias = AliasWamid.of(id);

        assertThat(alias).startsWith("wamid.PH").hasSize(30);
        assertThat(AliasWamid.messageId(alias)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wamid.PH",
                "wamid.PHxx",
                "wamid.PH!!!!!!!!!!!!!!!!!!!!!!",
                "wamid.HBgLMTU1NTAwMDIwMDAVAgARGBIwMTIzNDU2Nzg5QUJDREVGMDEA"
            })
    void leavesMetasIdsAlone(String wamid) {
        assertThat(AliasWamid.messageId(wamid)).isEmpty();
    }
}
