package io.posthorn.messaging.splitting;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.identity.Sender;
import io.posthorn.messaging.revision.Revision.Kind;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Something that was done to a message; {@code sender} is null where it was done by us, in the WhatsApp Business app. */
public record RoutedRevision(
        Channel channel,
        Sender sender,
        String wamid,
        Kind kind,
        String target,
        JsonObject content,
        JsonObject raw,
        Optional<Instant> doneAt) {
    @Override
    public String toString() {
        return "RoutedRevision[%s, %s]".formatted(wamid, kind);
    }
}
