package io.posthorn.messaging.meta;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A Meta app as it is stored, with the sealed verify tokens of its channels by channel id. */
record MetaApp(UUID id, byte[] sealedSecret, Map<UUID, byte[]> sealedVerifyTokens) {
    static MetaApp of(RowSet<Row> rows) {
        var first = rows.iterator().next();
        var tokens = new HashMap<UUID, byte[]>();
        for (var row : rows) {
            if (row.getUUID("channel_id") != null) {
                tokens.put(
                        row.getUUID("channel_id"),
                        row.getBuffer("sealed_verify_token").getBytes());
            }
        }
        return new MetaApp(first.getUUID("id"), first.getBuffer("sealed_secret").getBytes(), tokens);
    }
}
