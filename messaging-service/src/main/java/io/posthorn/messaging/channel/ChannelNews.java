package io.posthorn.messaging.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Hears what Meta tells of numbers and accounts, in the transaction in which it is noted. The same news may come again. */
@ApplicationScoped
public class ChannelNews {
    public Uni<Void> heard(SqlConnection connection, UUID workspaceId, List<RoutedChannelEvent> events) {
        return Uni.createFrom().voidItem();
    }
}
