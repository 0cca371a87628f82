package io.posthorn.cloudapi.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.part.MediaKind;
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

    @ParameterizedTest
    @CsvSource({
        "IMAGE,false,image/png,100,true",
        "IMAGE,false,image/webp,100,false",
        "IMAGE,false,application/pdf,100,false",
        "STICKER,false,image/webp,100,true",
        "STICKER,false,image/webp,600,false",
        "VIDEO,false,video/mp4,16384,true",
        "VIDEO,false,video/mp4,16385,false",
        "VIDEO,false,video/quicktime,100,false",
        "AUDIO,false,audio/mpeg,100,true",
        "AUDIO,true,audio/mpeg,100,false",
        "AUDIO,true,audio/ogg,100,true",
        "DOCUMENT,false,application/pdf,100,true",
        "DOCUMENT,false,image/png,100,false",
        "GIF,false,video/mp4,100,true",
    })
    void saysWhatMetaTakesAsWhat(MediaKind kind, boolean voice, String mimeType, long kilobytes, boolean taken) {
        assertThat(MediaRules.refusalAs(kind, voice, mimeType, kilobytes * 1024).isEmpty())
                .isEqualTo(taken);
    }
}
