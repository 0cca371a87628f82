package io.posthorn.media;

import io.posthorn.media.format.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest file of each type that a reader would open, or nearly. */
public final class Samples {
    private Samples() {}

    public static byte[] of(MediaType type) {
        return switch (type) {
            case PNG -> Pictures.png();
            case JPEG -> Pictures.jpeg();
            case GIF -> Pictures.gif();
            case WEBP -> riff("WEBP", chunk("VP8L", new byte[40]));
            case MP4 ->
                join(box("ftyp", "isom\0\0\2\0isommp41"), box("moov", "m".repeat(200)), box("mdat", "d".repeat(300)));
            case QUICKTIME ->
                join(box("ftyp", "qt  \0\0\2\0qt  "), box("wide", ""), box("mdat", "d".repeat(300)), box("moov", "m"));
            case MPEG -> Arrays.copyOf(HexFormat.of().parseHex("000001ba44000400"), 200);
            case WEBM -> webm(1);
            case WEBM_AUDIO -> webm(2);
            case PDF -> text("%PDF-1.7\n1 0 obj <<>> endobj\n" + " ".repeat(300) + "\nstartxref\n9\n%%EOF\n");
            case DOC -> ole("WordDocument");
            case XLS -> ole("Workbook");
            case DOCX -> zip("[Content_Types].xml", "word/document.xml");
            case XLSX -> zip("[Content_Types].xml", "xl/workbook.xml");
            case TXT -> text("Olá, o seu recibo.\r\n");
            case MP3 -> join(text("ID3\4\0\0\0\0\0\12").clone(), new byte[10], frame(), frame());
            case OGG -> join(oggPage("OpusHead\u0001\u0001"), oggPage("OpusTags"));
            case WAV -> riff("WAVE", join(chunk("fmt ", new byte[16]), chunk("data", new byte[400])));
        };
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<x/>"));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] box(String name, String content) {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(8 + bytes.length)
                .putInt(8 + bytes.length)
                .put(text(name))
                .put(bytes)
                .array();
    }

    public static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    public static byte[] ole(String stream) {
        var file = ByteBuffer.allocate(512 * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
        file.putShort(30, (short) 9).putInt(48, 1);
        for (int at = 76; at < 512; at += 4) {
            file.putInt(at, at == 76 ? 0 : -1);
        }
        for (int at = 512; at < 1024; at += 4) {
            file.putInt(at, -1);
        }
        file.putInt(512, -3).putInt(516, -2).putInt(520, -2);
        entry(file, 1024, "Root Entry");
        entry(file, 1152, stream);
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, String name) {
        file.put(at, name.getBytes(StandardCharsets.UTF_16LE));
        file.putShort(at + 64, (short) (2 * name.length() + 2));
    }

    private static byte[] webm(int trackType) {
        var header = element("1a45dfa3", element("4282", text("webm")));
        var track = element("ae", element("83", new byte[] {(byte) trackType}));
        return join(header, element("18538067", join(element("1654ae6b", track), element("1f43b675", new byte[80]))));
    }

    private static byte[] element(String id, byte[] content) {
        var size = ByteBuffer.allocate(2)
                .putShort((short) (0x4000 | content.length))
                .array();
        return join(HexFormat.of().parseHex(id), size, content);
    }

    private static byte[] riff(String form, byte[] chunks) {
        return join(text("RIFF"), little(4 + chunks.length), text(form), chunks);
    }

    private static byte[] chunk(String name, byte[] content) {
        return join(text(name), little(content.length), content);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] frame() {
        return Arrays.copyOf(HexFormat.of().parseHex("fffb9000"), 417); // 128 kbit/s, 44.1 kHz
    }

    private static byte[] oggPage(String content) {
        var page = ByteBuffer.allocate(27 + 1 + 100);
        page.put(text("OggS")).put(26, (byte) 1).put(27, (byte) 100).put(28, text(content));
        return page.array();
    }
}
