package io.posthorn.media.intake;

import io.posthorn.media.format.MediaType;
import io.posthorn.media.storage.StorageKey;

/** A file that passed, in its place. {@code sha256} is hex. */
public record KeptFile(MediaType type, long size, String sha256, StorageKey storage) {}
