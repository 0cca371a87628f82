package io.posthorn.media.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Plain text in UTF-8, which has no signature: what is text and none of the things that are written as text but do
 * something, such as pages, drawings and scripts. Tika knows those.
 */
@ApplicationScoped
class TextFile {
    private static final int BEGINNING = 64 * 1024;
    private static final int PIECE = 8192;
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z!?/]");

    /** False for bytes that stand in no text, whatever its encoding. */
    static boolean canBeText(byte[] bytes) {
        for (var each : bytes) {
            if (isControl(each)) {
                return false;
            }
        }
        return true;
    }

    MediaType read(ByteBuffer bytes) throws IOException {
        requireText(bytes);
        var beginning = new byte[Math.min(BEGINNING, bytes.limit())];
        bytes.get(0, beginning);
        if (isMarkup(beginning)) {
            throw FormatProblems.refused("As text only plain text is taken; these bytes look like markup");
        }
        var looksLike = looksLike(beginning);
        if (!looksLike.startsWith("text/") || looksLike.contains("html")) {
            throw FormatProblems.refused("As text only plain text is taken; these bytes look like " + looksLike);
        }
        return MediaType.TXT;
    }

    private static void requireText(ByteBuffer bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var input = bytes.duplicate();
        var piece = CharBuffer.allocate(PIECE);
        while (true) {
            var result = decoder.decode(input, piece, true);
            if (result.isError()) {
                throw FormatProblems.refused("Neither plain text in UTF-8 nor another type that is taken");
            }
            if (piece.flip().chars().anyMatch(TextFile::isControl)) {
                throw FormatProblems.refused("Neither plain text in UTF-8 nor another type that is taken");
            }
            if (result.isUnderflow()) {
                return;
            }
            piece.clear();
        }
    }

    private static boolean isControl(int character) {
        return character >= 0 && character < ' ' && "\t\n\r\f".indexOf(character) < 0;
    }

    /** A browser that guesses needs less than Tika does. */
    private static boolean isMarkup(byte[] beginning) {
        var text = new String(beginning, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        return MARKUP.matcher(text).lookingAt();
    }

    private static String looksLike(byte[] beginning) throws IOException {
        return MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(beginning), new Metadata())
                .getBaseType()
                .toString();
    }
}
