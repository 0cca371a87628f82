package io.posthorn.template.builder.operations;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For operators: how the builder is set up, and why a conversation went as it did. */
@Path("/api/v1/templates/builder")
@RolesAllowed("operator")
@Tag(name = "operations")
public class BuilderOperationsResource {
    private final DebugService sessions;
    private final BuilderSettings settings;

    BuilderOperationsResource(DebugService sessions, BuilderSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @GET
    @Path("/config")
    @Operation(summary = "Engine, model, limits and the table of languages; never the key")
    public SettingsView config() {
        return settings.view();
    }

    @GET
    @Path("/debug/{workspaceId}/{sessionId}")
    @Operation(summary = "A session's state and the log of its turns, redacted")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "404", description = "There is none, or it is over (builder_session_not_found)")
    public Uni<DebugView> debug(UUID workspaceId, UUID sessionId) {
        return sessions.session(workspaceId, sessionId);
    }
}
