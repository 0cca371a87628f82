package io.posthorn.media.media;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types that are taken, each known by how its bytes begin. */
enum MediaType {
    PNG("image", "image/png", "89504e470d0a1a0a", List.of("png")),
    JPEG("image", "image/jpeg", "ffd8ff", List.of("jpg", "jpeg"));

    /** How many bytes tell all types apart. */
    static final int SIGNATURE = 8;

    private final String kind;
    private final String mimeType;
    private final byte[] signature;
    private final List<String> extensions;

    MediaType(String kind, String mimeType, String signature, List<String> extensions) {
        this.kind = kind;
        this.mimeType = mimeType;
        this.signature = HexFormat.of().parseHex(signature);
        this.extensions = extensions;
    }

    static Optional<MediaType> sniffed(byte[] beginning) {
        return Arrays.stream(values()).filter(type -> type.begins(beginning)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    /** True when a declared {@code Content-Type} says this type, or nothing in particular. */
    boolean agreesWithType(String declared) {
        if (declared == null || declared.isBlank()) {
            return true;
        }
        var essence = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return essence.equals(mimeType)
                || essence.equals("application/octet-stream")
                || (this == JPEG && essence.equals("image/jpg"));
    }

    /** True when the extension of a file name is one of this type's, or there is none. */
    boolean agreesWithName(String fileName) {
        if (fileName == null) {
            return true;
        }
        var dot = fileName.lastIndexOf('.');
        return dot < 0 || extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    String kind() {
        return kind;
    }

    String mimeType() {
        return mimeType;
    }

    String extension() {
        return extensions.getFirst();
    }
}
