package io.posthorn.messaging.replay;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/webhook-replays")
@RolesAllowed("operator")
@Tag(name = "operations")
public class ReplayResource {
    private final ReplayService replays;

    ReplayResource(ReplayService replays) {
        this.replays = replays;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "replayWebhooks",
            summary = "Work a part of the journal off again",
            description = "Nothing is doubled by it: what is known already is recognised by Meta's ids.")
    @APIResponse(
            responseCode = "202",
            description = "Begun",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReplayView.class)))
    public Uni<ReplayView> request(@NotNull @Valid NewReplayRequest request) {
        return replays.request(request);
    }

    @GET
    @Operation(operationId = "listWebhookReplays", summary = "All replays, the latest first")
    public Uni<Page<ReplayView>> list(@BeanParam PageRequest page) {
        return replays.list(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWebhookReplay", summary = "How a replay gets on")
    public Uni<ReplayView> get(@PathParam("id") UUID id) {
        return replays.get(id);
    }
}
