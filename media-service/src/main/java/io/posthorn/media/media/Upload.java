package io.posthorn.media.media;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A file that a client is sending. What it says about it may be missing (null) and may be wrong; {@code announcedSize} is
 * 0 when the client does not know.
 */
record Upload(ReadStream<Buffer> bytes, String declaredType, String fileName, long announcedSize) {}
