package io.posthorn.media.link;

import io.posthorn.media.media.Disposition;
import java.time.Instant;
import java.util.UUID;

/** The permission to read one file of one workspace, in one manner, until a moment. */
record Link(UUID workspaceId, UUID mediaId, Disposition disposition, Instant expiresAt) {}
