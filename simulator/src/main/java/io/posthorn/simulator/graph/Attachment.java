package io.posthorn.simulator.graph;

import java.util.Optional;

/**
 * What a call carries besides its parameters.
 *
 * @param file the part named {@code file} of a form
 * @param raw a body that is neither form nor JSON, mostly empty
 * @param fileOffset the header of resumable uploads
 */
public record Attachment(Optional<FilePart> file, byte[] raw, Optional<String> fileOffset) {
    static final Attachment NONE = new Attachment(Optional.empty(), new byte[0], Optional.empty());

    /** A file as the form names it; the type may be empty. */
    public record FilePart(String fileName, String contentType, byte[] bytes) {}
}
