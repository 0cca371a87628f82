package io.posthorn.messaging.media;

import java.util.UUID;

/** For which channel media-service should upload a file. */
record UploadRequest(UUID channelId) {}
