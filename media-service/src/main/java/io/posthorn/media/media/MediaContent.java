package io.posthorn.media.media;

import java.io.File;

/** A stored file with its bytes. */
public record MediaContent(Media media, File file) {}
