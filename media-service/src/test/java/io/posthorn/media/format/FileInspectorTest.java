package io.posthorn.media.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.Pictures;
import io.posthorn.media.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectorTest {
    private final FileInspector inspector = new FileInspector(new TextFile());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyTypeIsRecognisedByItsBytesAlone(MediaType type) throws IOException {
        assertThat(inspect(Samples.of(type))).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MPEG", "TXT", "MP3"}) // streams: what is left is a shorter one
    void whatIsCutOffIsIncompleteWhereverItIsCut(MediaType type) throws IOException {
        var whole = Samples.of(type);
        for (var percent : new int[] {60, 75, 90}) {
            var refusal = refused(Arrays.copyOf(whole, whole.length * percent / 100));

            assertThat(refusal.type()).as("%d %%", percent).isEqualTo(FormatProblems.INCOMPLETE);
        }
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void otherTypesAreRefused(byte[] bytes) throws IOException {
        assertThat(refused(bytes).type()).isEqualTo(FormatProblems.TYPE_REFUSED);
    }

    static Stream<byte[]> otherFiles() {
        return Stream.of(
                Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                Samples.text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
                Samples.text("#!/bin/sh\nrm -rf /\n"),
                Samples.text("MZ\0\0\3\0\0\0"),
                Samples.text("<?xml version=\"1.0\"?><x/>"),
                new byte[] {(byte) 0x89, 'P'},
                new byte[] {'c', 'a', 'f', (byte) 0xe9},
                Samples.zip("evil.sh"),
                Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                Samples.ole("EncryptedPackage"),
                Samples.join(Samples.box("ftyp", "heic\0\0\0\0mif1heic"), Samples.box("meta", "x")),
                Samples.join(Samples.box("ftyp", "M4A \0\0\0\0M4A isom"), Samples.box("moov", "x")));
    }

    /** A picture may carry what a camera puts behind its end. */
    @Test
    void whatStandsBehindTheEndDoesNotMatter() throws IOException {
        assertThat(inspect(Pictures.png(100_000))).isEqualTo(MediaType.PNG);
    }

    /** Damage leads to an answer or to a refusal, never to anything else. */
    @ParameterizedTest
    @EnumSource
    void damagedFilesAreAnsweredWithARefusalOrAType(MediaType type) throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var bytes = Samples.of(type);
            for (int change = 0; change < 3; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(inspect(bytes)).isNotNull();
            } catch (ProblemException refusal) {
                assertThat(refusal.type()).isIn(FormatProblems.TYPE_REFUSED, FormatProblems.INCOMPLETE);
            }
        }
    }

    private ProblemException refused(byte[] bytes) {
        return catchThrowableOfType(ProblemException.class, () -> inspect(bytes));
    }

    private MediaType inspect(byte[] bytes) throws IOException {
        return inspector.inspect(Files.write(folder.resolve("file"), bytes));
    }
}
