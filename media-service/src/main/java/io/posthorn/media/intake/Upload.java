package io.posthorn.media.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Supplier;

/**
 * A file that a client is sending. What it says about it may be missing (null) and may be wrong; the type can stand behind the
 * file, so it is known when {@code rest} has ended. {@code announcedSize} is 0 when the client does not know. {@code rest} ends
 * when whatever follows the file in the request was read, and fails when that is not allowed.
 */
public record Upload(
        ReadStream<Buffer> bytes, Supplier<String> type, String fileName, long announcedSize, Uni<Void> rest) {
    public String declaredType() {
        return type.get();
    }
}
