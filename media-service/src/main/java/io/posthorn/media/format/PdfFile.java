package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** PDF: what a reader looks for first stands at the end. */
final class PdfFile {
    private static final int END = 2048;

    private PdfFile() {}

    static MediaType read(ByteBuffer bytes) {
        var end = new byte[Math.min(END, bytes.limit())];
        bytes.get(bytes.limit() - end.length, end);
        var text = new String(end, StandardCharsets.ISO_8859_1);
        if (!text.contains("startxref") || text.indexOf("%%EOF", text.lastIndexOf("startxref")) < 0) {
            throw new IncompleteFile();
        }
        return MediaType.PDF;
    }
}
