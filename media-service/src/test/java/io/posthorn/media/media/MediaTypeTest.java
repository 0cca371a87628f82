package io.posthorn.media.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.media.Pictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @Test
    void isRecognisedByItsBytesAlone() {
        assertThat(MediaType.sniffed(Pictures.png())).contains(MediaType.PNG);
        assertThat(MediaType.sniffed(Pictures.jpeg())).contains(MediaType.JPEG);
        assertThat(MediaType.sniffed(Pictures.gif())).isEmpty();
        assertThat(MediaType.sniffed(new byte[] {(byte) 0x89, 'P', 'N'})).isEmpty();
        assertThat(MediaType.sniffed("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(MediaType.sniffed(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PNG,-,true",
                "PNG,image/png,true",
                "PNG,IMAGE/PNG; q=1,true",
                "PNG,application/octet-stream,true",
                "PNG,image/jpeg,false",
                "PNG,text/html,false",
                "JPEG,image/jpg,true",
                "JPEG,image/png,false"
            })
    void comparesWithTheDeclaredType(MediaType type, String declared, boolean agrees) {
        assertThat(type.agreesWithType(declared)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PNG,-,true",
                "PNG,photo.png,true",
                "PNG,PHOTO.PNG,true",
                "PNG,photo,true",
                "PNG,photo.jpg,false",
                "PNG,photo.png.exe,false",
                "PNG,photo.,false",
                "JPEG,photo.jpeg,true",
                "JPEG,photo.jpg,true"
            })
    void comparesWithTheNamesExtension(MediaType type, String name, boolean agrees) {
        assertThat(type.agreesWithName(name)).isEqualTo(agrees);
    }
}
