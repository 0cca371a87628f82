package io.posthorn.cloudapi.media;

import java.nio.file.Path;

/** A file on our disk that goes to Meta. Its name must be plain, as it stands in headers and addresses. */
public record OutgoingFile(Path path, long size, String mimeType, String name) {
    public OutgoingFile {
        if (!name.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException("Not a plain file name");
        }
    }
}
