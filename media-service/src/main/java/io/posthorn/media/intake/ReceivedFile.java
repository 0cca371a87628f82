package io.posthorn.media.intake;

/** How much came in, and what a repeated upload is compared with. {@code sha256} is hex. */
record ReceivedFile(long size, String sha256) {}
