package io.posthorn.media.media;

import io.posthorn.media.format.MediaKind;
import java.util.UUID;

/** Which files of a workspace are listed: those of a kind (null for all), older than {@code before} (null from the newest). */
record MediaFilter(MediaKind kind, UUID before, int rows) {}
