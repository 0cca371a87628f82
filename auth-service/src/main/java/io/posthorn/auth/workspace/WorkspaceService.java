package io.posthorn.auth.workspace;

import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.WorkspaceCreated;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Works inside the caller's transaction: a workspace comes into being together with its first member. */
@ApplicationScoped
public class WorkspaceService {
    private static final int MOST_OF_AN_ACCOUNT = 50;
    private static final int MOST_MEMBERS = 1000;

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

    /** Another one, in a transaction that begins and ends in {@code home}. */
    public Uni<Membership> foundAnother(SqlConnection connection, UUID home, UUID accountId, String name, Instant now) {
        var founder = founding(accountId, name);
        var event = new WorkspaceCreated(founder.workspaceId(), name, accountId, now);
        return refuseBeyondTheMost(connection, accountId)
                .chain(() -> store.enter(connection, founder.workspaceId()))
                .chain(() -> store.insert(connection, founder, now))
                .chain(() -> announce(connection, founder.workspaceId(), List.of(event)))
                .chain(() -> store.enter(connection, home))
                .replaceWith(founder);
    }

    /** In a transaction of that workspace. Null for who was a member before. */
    public Uni<Membership> join(SqlConnection connection, UUID workspaceId, UUID accountId, Role role, Instant now) {
        return refuseBeyondTheMost(connection, accountId)
                .chain(() -> store.countMembers(connection, workspaceId))
                .invoke(WorkspaceService::refuseWhenFull)
                .chain(() -> store.insertMember(connection, workspaceId, accountId, role, now))
                .chain(joined -> joined
                        ? store.findMember(connection, workspaceId, accountId)
                        : Uni.createFrom().nullItem());
    }

    /** False when it had the name before. */
    public Uni<Boolean> rename(SqlConnection connection, UUID workspaceId, String name) {
        return store.rename(connection, workspaceId, name);
    }

    /** Moves the transaction into another workspace of one account's. */
    public Uni<Void> enter(SqlConnection connection, UUID workspaceId) {
        return store.enter(connection, workspaceId);
    }

    private Uni<Void> refuseBeyondTheMost(SqlConnection connection, UUID accountId) {
        return store.findMemberships(connection, accountId)
                .invoke(mine -> {
                    if (mine.size() >= MOST_OF_AN_ACCOUNT) {
                        throw new ProblemException(
                                WorkspaceProblems.LIMIT_REACHED,
                                "An account is in at most %d workspaces".formatted(MOST_OF_AN_ACCOUNT));
                    }
                })
                .replaceWithVoid();
    }

    private static void refuseWhenFull(long members) {
        if (members >= MOST_MEMBERS) {
            throw new ProblemException(
                    WorkspaceProblems.FULL, "A workspace has at most %d members".formatted(MOST_MEMBERS));
        }
    }

    /** Null when the account is not a member, or not any more. */
    public Uni<Membership> membership(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return store.findMember(connection, workspaceId, accountId);
    }

    /** Where an account is a member, in the order of the ids. Whoever asks has made sure that it is the caller's own. */
    public Uni<List<Membership>> memberships(SqlConnection connection, UUID accountId) {
        return store.findMemberships(connection, accountId);
    }

    /**
     * Does something of one account's in each of its workspaces, all in the caller's transaction: it goes from one to the next, in
     * the order of their ids so that two never wait for each other in a circle, and ends where it began.
     */
    public <T> Uni<List<T>> inEach(
            SqlConnection connection, UUID home, UUID accountId, Function<Membership, Uni<T>> work) {
        return store.findMemberships(connection, accountId)
                .chain(memberships -> Multi.createFrom()
                        .iterable(memberships)
                        .onItem()
                        .transformToUniAndConcatenate(membership -> store.enter(connection, membership.workspaceId())
                                .chain(() -> work.apply(membership)))
                        .collect()
                        .asList())
                .call(() -> store.enter(connection, home));
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
