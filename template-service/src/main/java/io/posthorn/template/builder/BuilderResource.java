package io.posthorn.template.builder;

import io.posthorn.template.template.TemplateView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A conversation that fills a draft. */
@Path("/api/v1/templates/builder")
@RolesAllowed("agent")
@Tag(name = "Template builder")
public class BuilderResource {
    private final BuilderService builder;
    private final ExportService exports;

    BuilderResource(BuilderService builder, ExportService exports) {
        this.builder = builder;
        this.exports = exports;
    }

    @POST
    @Path("/sessions")
    @ResponseStatus(201)
    @Operation(summary = "Begin a conversation; the reply asks the first question")
    @APIResponse(responseCode = "201", description = "Begun")
    @APIResponse(responseCode = "409", description = "Too many sessions (builder_session_limit_reached)")
    public Uni<SessionView> begin(BeginSessionRequest request) {
        return builder.begin(request == null ? new BeginSessionRequest(null).tongue() : request.tongue());
    }

    @GET
    @Path("/sessions/{id}")
    @Operation(summary = "Where a conversation stands, and what was said")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "404", description = "There is none, or it is over (builder_session_not_found)")
    public Uni<SessionView> find(UUID id) {
        return builder.find(id);
    }

    @POST
    @Path("/sessions/{id}/messages")
    @Operation(
            summary = "Say something",
            description = "Say what the template should be, in your words; \"undo\", \"start over\" and \"finish\" work"
                    + " as well. What stands in quotes is text of the template and changes nothing else.")
    @APIResponse(responseCode = "200", description = "The reply, the draft, what is missing and what is wrong")
    @APIResponse(responseCode = "404", description = "There is no such session (builder_session_not_found)")
    @APIResponse(responseCode = "409", description = "builder_session_ended, or another turn came first (conflict)")
    public Uni<TurnView> say(UUID id, @NotNull @Valid TurnRequest request) {
        return builder.turn(id, request.text(), piece -> {});
    }

    @POST
    @OpensStream
    @Path("/sessions/{id}/messages/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Say something and read the reply while it comes",
            description = "Server-sent events: `piece` with {text} as the engine writes, then `turn` with the same"
                    + " answer as the call without a stream. The turn counts; pieces may differ from its reply.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such session (builder_session_not_found)")
    public Multi<OutboundSseEvent> stream(UUID id, @NotNull @Valid TurnRequest request, @Context Sse sse) {
        var pieces = UnicastProcessor.<Piece>create();
        var turn = builder.turn(id, request.text(), piece -> pieces.onNext(new Piece(piece)))
                .onTermination()
                .invoke(pieces::onComplete)
                .toMulti();
        return Multi.createBy()
                .merging()
                .streams(
                        pieces.map(piece -> event(sse, "piece", Piece.class, piece)),
                        turn.map(answer -> event(sse, "turn", TurnView.class, answer)));
    }

    @POST
    @Path("/sessions/{id}/export")
    @ResponseStatus(201)
    @Operation(summary = "Make the draft a template; a second time it is the same one")
    @APIResponse(responseCode = "201", description = "The template, a draft that can be submitted")
    @APIResponse(responseCode = "404", description = "There is no such session (builder_session_not_found)")
    @APIResponse(responseCode = "409", description = "A template has this name and language (template_exists)")
    @APIResponse(responseCode = "422", description = "Parts are missing or break rules (template_invalid)")
    public Uni<TemplateView> export(UUID id) {
        return exports.export(id);
    }

    @POST
    @Path("/chat")
    @Operation(summary = "Say something, with the session in the body")
    @APIResponse(responseCode = "200", description = "As for the session's own messages")
    @APIResponse(responseCode = "404", description = "There is no such session (builder_session_not_found)")
    public Uni<TurnView> chat(@NotNull @Valid ChatRequest request) {
        return builder.turn(request.sessionId(), request.message(), piece -> {});
    }

    record Piece(String text) {}

    private static <T> OutboundSseEvent event(Sse sse, String name, Class<T> type, T data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(type, data)
                .build();
    }
}
