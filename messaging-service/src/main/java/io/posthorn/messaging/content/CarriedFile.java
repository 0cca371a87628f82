package io.posthorn.messaging.content;

import io.posthorn.messaging.media.FileUse;

/** A stored file that a message carries, for what, and where in the content it is named. */
public record CarriedFile(FileUse use, String pointer) {}
