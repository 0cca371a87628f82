package io.posthorn.media.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * Reads a whole file to say what it is. Only its structure is read, nothing is decoded or unpacked: a file is complete when
 * everything that it announces is there.
 */
@ApplicationScoped
public class FileInspector {
    private final TextFile text;

    FileInspector(TextFile text) {
        this.text = text;
    }

    /** Blocks; fails with a problem when the file is cut off or of a type that is not taken. */
    public MediaType inspect(Path path) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ);
                var memory = Arena.ofConfined()) {
            var bytes = file.map(MapMode.READ_ONLY, 0, file.size(), memory).asByteBuffer();
            return inspect(path, bytes);
        }
    }

    private MediaType inspect(Path path, ByteBuffer bytes) throws IOException {
        return switch (signature(bytes)) {
            case PNG -> complete("PNG", ImageFile::png, bytes);
            case JPEG -> complete("JPEG", ImageFile::jpeg, bytes);
            case GIF -> complete("GIF", ImageFile::gif, bytes);
            case WEBP -> complete("WebP", RiffFile::webp, bytes);
            case WAV -> complete("WAV", RiffFile::wav, bytes);
            case ISO_MEDIA -> complete("video", IsoMediaFile::read, bytes);
            case MPEG -> complete("video", MpegFile::video, bytes);
            case MP3 -> complete("MP3", MpegFile::audio, bytes);
            case EBML -> complete("WebM", WebmFile::read, bytes);
            case OGG -> complete("Ogg", OggFile::read, bytes);
            case PDF -> complete("PDF", PdfFile::read, bytes);
            case OLE -> complete("document", OleFile::read, bytes);
            case ZIP -> ZipOfficeFile.read(path);
            case TEXT -> text.read(bytes);
        };
    }

    private static Signature signature(ByteBuffer bytes) {
        var beginning = new byte[Math.min(bytes.limit(), Signature.LENGTH)];
        bytes.get(0, beginning);
        return Signature.of(beginning)
                .orElseThrow(() -> FormatProblems.refused("These bytes are of none of the types that are taken"));
    }

    /** Whoever reads past the end was promised more than there is. */
    private static MediaType complete(String what, Function<ByteBuffer, MediaType> format, ByteBuffer bytes) {
        try {
            return format.apply(bytes);
        } catch (IndexOutOfBoundsException | IncompleteFile cutOff) {
            throw FormatProblems.incomplete(what);
        }
    }

    /** A format's way to say that something it announces is missing. */
    static final class IncompleteFile extends RuntimeException {
        IncompleteFile() {
            super(null, null, false, false);
        }
    }
}
