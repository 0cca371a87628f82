package io.posthorn.auth.workspace;

import io.posthorn.contracts.PosthornEvent;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Works inside the caller's transaction: a workspace comes into being together with its first member. */
@ApplicationScoped
public class WorkspaceService {
    private final WorkspaceStore store;
    private final Outbox outbox;

    WorkspaceService(WorkspaceStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    public static Membership founding(UUID accountId, String name) {
        return new Membership(Ids.next(), name, accountId, Role.OWNER);
    }

    public Uni<Void> found(SqlConnection connection, Membership founder, Instant now) {
        return store.insert(connection, founder, now);
    }

    /** Null when the account is not a member, or not any more. */
    public Uni<Membership> membership(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return store.findMember(connection, workspaceId, accountId);
    }

    /**
     * Announces what happened to the workspace's people. All of it is one aggregate, the workspace, so that its order holds;
     * the last statement of a transaction, because it holds the workspace's row.
     */
    public Uni<Void> announce(SqlConnection connection, UUID workspaceId, List<PosthornEvent> events) {
        return store.countEvents(connection, workspaceId, events.size())
                .chain(last -> outbox.append(connection, numbered(workspaceId, events, last)));
    }

    private static List<OutboxEvent> numbered(UUID workspaceId, List<PosthornEvent> events, long last) {
        var first = last - events.size() + 1;
        return IntStream.range(0, events.size())
                .mapToObj(position -> new OutboxEvent(workspaceId, first + position, events.get(position)))
                .toList();
    }
}
