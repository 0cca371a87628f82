package io.posthorn.media.media;

/** What the bytes of an upload were found to be. {@code sha256} is hex. */
record ReceivedFile(MediaType type, long size, String sha256) {}
