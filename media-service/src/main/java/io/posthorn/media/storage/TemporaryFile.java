package io.posthorn.media.storage;

import io.vertx.core.file.AsyncFile;

/** A file that is being written and that nobody can read yet. */
public record TemporaryFile(String path, AsyncFile file) {}
