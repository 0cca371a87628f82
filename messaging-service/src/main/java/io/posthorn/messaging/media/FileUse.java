package io.posthorn.messaging.media;

import io.posthorn.cloudapi.part.MediaKind;
import java.util.UUID;

/** A stored file and what a message shows it as; a voice note is audio of its own kind. */
public record FileUse(UUID mediaId, MediaKind kind, boolean voice) {}
