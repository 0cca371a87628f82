package io.posthorn.messaging.media;

import java.util.UUID;

/** A file of a workspace; the channel is set where its upload for that channel is meant. */
record MediaKey(UUID workspaceId, UUID channelId, UUID mediaId) {}
