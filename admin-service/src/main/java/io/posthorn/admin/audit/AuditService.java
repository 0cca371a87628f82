package io.posthorn.admin.audit;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps each workspace's audit log as a chain, and proves that it is whole. */
@ApplicationScoped
public class AuditService {
    private static final int PIECE = 500;

    private final TenantTransaction tenant;
    private final CurrentCaller caller;
    private final AuditStore store;

    AuditService(TenantTransaction tenant, CurrentCaller caller, AuditStore store) {
        this.tenant = tenant;
        this.caller = caller;
        this.store = store;
    }

    /** Appends the event to its workspace's chain if it is an action that is audited. */
    public Uni<Void> record(SqlConnection connection, IncomingEvent event) {
        return AuditedActions.of(event)
                .map(entry -> append(connection, event.workspaceId(), entry))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> append(SqlConnection connection, UUID workspaceId, AuditEntry entry) {
        return store.lockHead(connection, workspaceId)
                .map(head -> ChainedEntry.after(head, workspaceId, entry))
                .chain(chained -> store.append(connection, chained));
    }

    Uni<Page<ChainedEntry>> list(AuditLogFilter filter, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(
                        connection -> store.findPage(connection, caller.get().workspaceId(), filter, cursor, rows))
                .map(entries -> Page.of(
                        page,
                        entries,
                        last -> new Cursor(
                                last.entry().occurredAt(), last.entry().id())));
    }

    /** Walks up to the head of this moment in pieces, each in its own transaction: entries never change, so none tears. */
    Uni<ChainVerification> verify() {
        var workspaceId = caller.get().workspaceId();
        return tenant.connection(workspaceId, connection -> store.findHead(connection, workspaceId))
                .onItem()
                .ifNull()
                .continueWith(new ChainHead(0, ChainHead.GENESIS, Instant.EPOCH))
                .chain(head -> verify(workspaceId, head, 0, ChainHead.GENESIS));
    }

    private Uni<ChainVerification> verify(UUID workspaceId, ChainHead head, long lastSequence, String lastHash) {
        if (lastSequence >= head.sequence()) {
            return Uni.createFrom().item(headResult(head, lastSequence, lastHash));
        }
        var limit = (int) Math.min(PIECE, head.sequence() - lastSequence);
        return tenant.connection(
                        workspaceId, connection -> store.findAfter(connection, workspaceId, lastSequence, limit))
                .chain(piece -> verify(workspaceId, head, lastSequence, lastHash, piece));
    }

    private Uni<ChainVerification> verify(
            UUID workspaceId, ChainHead head, long lastSequence, String lastHash, List<ChainedEntry> piece) {
        var sequence = lastSequence;
        var hash = lastHash;
        for (var entry : piece) {
            if (!entry.follows(sequence, hash)) {
                return Uni.createFrom().item(ChainVerification.broken(head, sequence));
            }
            sequence = entry.sequence();
            hash = entry.hash();
        }
        return piece.isEmpty()
                ? Uni.createFrom().item(ChainVerification.broken(head, sequence))
                : verify(workspaceId, head, sequence, hash);
    }

    private static ChainVerification headResult(ChainHead head, long lastSequence, String lastHash) {
        return lastHash.equals(head.hash())
                ? ChainVerification.intact(head)
                : ChainVerification.broken(head, lastSequence - 1);
    }
}
