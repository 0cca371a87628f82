package io.posthorn.media.compatible;

import java.util.UUID;

/** What an upload answers. */
record GraphMediaId(UUID id) {}
