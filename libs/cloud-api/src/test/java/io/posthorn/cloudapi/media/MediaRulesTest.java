package io.posthorn.cloudapi.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaRulesTest {
    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "image/jpeg,5,true,true",
        "image/png,6,false,false",
        "image/gif,1,false,false",
        "image/webp,1,false,false",
        "video/mp4,16,true,true",
        "video/mp4,17,false,false",
        "video/webm,1,false,false",
        "audio/ogg,15,true,false",
        "audio/wav,1,false,false",
        "application/pdf,10,true,true",
        "text/plain,1,true,false"
    })
    void saysWhatMetaTakes(String mimeType, long megabytes, boolean sendable, boolean example) {
        assertThat(MediaRules.refusalToSend(mimeType, megabytes * MEGABYTE).isEmpty())
                .isEqualTo(sendable);
        assertThat(MediaRules.refusalAsExample(mimeType, megabytes * MEGABYTE).isEmpty())
                .isEqualTo(example);
    }
}
