package io.posthorn.cloudapi.media;

import java.nio.file.Path;

/** A file that was fetched from Meta to our disk; its digest is the one of the bytes that came. */
public record FetchedMedia(Path path, String mimeType, long size, String sha256) {}
