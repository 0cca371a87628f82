package io.posthorn.media.provider;

import java.util.UUID;

/** A file, and the channel through which Meta is to have it. */
record MediaAtChannel(UUID workspaceId, UUID mediaId, UUID channelId) {}
