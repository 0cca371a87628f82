package io.posthorn.kit;

import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.tenant.TenantTransaction;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;

/** Stores a note and its event, in both forms of the tenant transaction; fails in between when the text says so. */
@Path("/notes")
@RolesAllowed("agent")
public class NoteResource {
    record NoteRequest(@NotBlank @Size(max = 100) String text) {}

    record NoteView(UUID id) {}

    private final TenantTransaction tenant;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    NoteResource(TenantTransaction tenant, Outbox outbox, Idempotency idempotency, CurrentCaller caller) {
        this.tenant = tenant;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/session")
    public Uni<NoteView> session(@NotNull @Valid NoteRequest request) {
        var workspace = caller.get().workspaceId();
        var id = Ids.next();
        return tenant.session(() -> idempotency.once(request, NoteView.class, () -> Panache.getSession()
                .chain(session -> session.persist(Note.of(workspace, id, request.text())))
                .chain(() -> crash(request, "before event"))
                .chain(() -> outbox.append(workspace, 1, new ContactCreated(id, "api", Instant.now())))
                .chain(() -> crash(request, "after event"))
                .replaceWith(new NoteView(id))));
    }

    @POST
    @Path("/connection")
    public Uni<NoteView> connection(@NotNull @Valid NoteRequest request) {
        var workspace = caller.get().workspaceId();
        var id = Ids.next();
        return tenant.connection(connection -> idempotency.once(connection, request, NoteView.class, () -> connection
                .preparedQuery("insert into note (workspace_id, id, text) values ($1, $2, $3)")
                .execute(Tuple.of(workspace, id, request.text()))
                .chain(() -> crash(request, "before event"))
                .chain(() -> outbox.append(connection, workspace, 1, new ContactCreated(id, "api", Instant.now())))
                .chain(() -> crash(request, "after event"))
                .replaceWith(new NoteView(id))));
    }

    private static Uni<Void> crash(NoteRequest request, String where) {
        return request.text().equals(where)
                ? Uni.createFrom().failure(new IllegalStateException("Crashed " + where))
                : Uni.createFrom().voidItem();
    }
}
