package io.posthorn.messaging.splitting;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.webhook.WebhookChange;
import io.posthorn.cloudapi.webhook.WebhookEntry;
import io.posthorn.kit.Ids;
import io.posthorn.messaging.notice.Notice;
import io.posthorn.messaging.words.Storable;
import io.posthorn.messaging.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** A change, with when it was told and what a repetition of it has in common with it. */
record Told(WebhookChange change, String wabaId, String delivery, Instant at) {
    private static final int LONGEST_FIELD = 100;

    /** Repeated deliveries carry Meta's time; what has none is known by what it says alone. */
    static Told by(UUID journalId, WebhookEntry entry, WebhookChange change) {
        return new Told(
                change,
                entry.wabaId().orElse(""),
                entry.time().map(Instant::toString).orElse(""),
                entry.time().orElseGet(() -> Ids.madeAt(journalId)));
    }

    Notice notice(UUID channelId, JsonNode raw, String reason) {
        var field = Storable.text(change.field());
        return new Notice(
                Ids.next(),
                channelId,
                field.substring(0, Math.min(field.length(), LONGEST_FIELD)),
                reason,
                new Words().put("value", raw).json(),
                Storable.time(java.util.Optional.of(at), Instant.now()),
                hash("%s|%s|%s|%s".formatted(wabaId, field, delivery, raw)));
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
