package io.posthorn.media.format;

import static io.posthorn.media.format.MediaKind.AUDIO;
import static io.posthorn.media.format.MediaKind.DOCUMENT;
import static io.posthorn.media.format.MediaKind.IMAGE;
import static io.posthorn.media.format.MediaKind.VIDEO;

import java.util.List;
import java.util.Locale;

/** The types that are taken, with the other names under which clients send them. */
public enum MediaType {
    PNG(IMAGE, "image/png", List.of("png"), "image/x-png"),
    JPEG(IMAGE, "image/jpeg", List.of("jpg", "jpeg", "jpe", "jfif"), "image/jpg", "image/pjpeg"),
    GIF(IMAGE, "image/gif", List.of("gif")),
    WEBP(IMAGE, "image/webp", List.of("webp")),
    MP4(VIDEO, "video/mp4", List.of("mp4", "m4v"), "application/mp4", "video/x-m4v"),
    MPEG(VIDEO, "video/mpeg", List.of("mpeg", "mpg")),
    QUICKTIME(VIDEO, "video/quicktime", List.of("mov", "qt")),
    WEBM(VIDEO, "video/webm", List.of("webm")),
    PDF(DOCUMENT, "application/pdf", List.of("pdf"), "application/x-pdf"),
    DOC(DOCUMENT, "application/msword", List.of("doc")),
    DOCX(
            DOCUMENT,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            "application/zip"),
    XLS(DOCUMENT, "application/vnd.ms-excel", List.of("xls")),
    XLSX(
            DOCUMENT,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            "application/zip"),
    TXT(DOCUMENT, "text/plain", List.of("txt")),
    MP3(AUDIO, "audio/mpeg", List.of("mp3"), "audio/mp3"),
    OGG(AUDIO, "audio/ogg", List.of("ogg", "oga", "opus"), "application/ogg", "audio/opus"),
    WAV(AUDIO, "audio/wav", List.of("wav"), "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    /** A container without a picture; many clients name it by its extension alone. */
    WEBM_AUDIO(AUDIO, "audio/webm", List.of("webm", "weba"), "video/webm");

    private static final String ANY = "application/octet-stream";

    private final MediaKind kind;
    private final String mimeType;
    private final List<String> extensions;
    private final List<String> otherNames;

    MediaType(MediaKind kind, String mimeType, List<String> extensions, String... otherNames) {
        this.kind = kind;
        this.mimeType = mimeType;
        this.extensions = extensions;
        this.otherNames = List.of(otherNames);
    }

    /** True when a declared {@code Content-Type} says this type, or nothing in particular. */
    public boolean agreesWithType(String declared) {
        if (declared == null || declared.isBlank()) {
            return true;
        }
        var essence = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return essence.equals(mimeType) || essence.equals(ANY) || otherNames.contains(essence);
    }

    /** True when the extension of a file name is one of this type's, or there is none. */
    public boolean agreesWithName(String fileName) {
        if (fileName == null) {
            return true;
        }
        var dot = fileName.lastIndexOf('.');
        return dot < 0 || extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    public MediaKind kind() {
        return kind;
    }

    public String mimeType() {
        return mimeType;
    }

    public String extension() {
        return extensions.getFirst();
    }

    /** Of a stored file; its type was one of these when it came in. */
    public static MediaType named(String mimeType) {
        for (var type : values()) {
            if (type.mimeType.equals(mimeType)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Unknown type " + mimeType);
    }
}
