package io.posthorn.messaging.realtime;

import io.posthorn.messaging.ticket.CurrentListener;
import io.posthorn.messaging.ticket.Ticket;
import io.posthorn.messaging.ticket.TicketService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path(EventResource.PATH)
@RolesAllowed("viewer")
@Tag(name = "realtime")
public class EventResource {
    static final String PATH = TicketService.OPENS;

    /** Tells the gateway, which keeps it to itself, whose stream this is: of a ticket it cannot know. */
    private static final String SESSION = "X-Internal-Session";

    private final StreamService streams;
    private final CurrentListener listener;

    EventResource(StreamService streams, CurrentListener listener) {
        this.streams = streams;
        this.listener = listener;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "streamEvents",
            summary = "Everything that happens in this workspace, while it happens",
            description = """
                    Server-sent events: `id` is a cursor, `event` the type (`posthorn.message.received` ...), `data` the \
                    payload as JSON. Each event comes once and in order; connect again with `Last-Event-ID` to continue \
                    where the connection broke. `reset` says that the cursor was too old: read afresh what you show, the \
                    stream goes on from `from`. `closed` is the last event, with a `reason`: `session_revoked`, \
                    `token_expired` (connect again with a fresh token) or `restarting` (connect again).""")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "`invalid_cursor`: malformed, or of another workspace")
    @APIResponse(responseCode = "429", description = "`rate_limited`: too many streams are open")
    public Multi<OutboundSseEvent> stream(
            @RestHeader("Last-Event-ID") @Parameter(description = "Continue after this event") String lastEventId,
            @RestQuery("lastEventId") @Parameter(description = "The same, for clients that cannot send headers")
                    String lastEventIdParameter,
            @RestQuery("ticket") @Parameter(description = "Instead of an access token: POST /api/v1/events/ticket")
                    String ticket,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        var after = lastEventId == null ? lastEventIdParameter : lastEventId;
        var who = listener.get();
        request.response().putHeader(SESSION, who.sessionId().toString());
        return streams.open(who, emptyIsNone(after), connection(request)).map(frame -> event(sse, frame));
    }

    @POST
    @Path("/ticket")
    @ResponseStatus(201)
    @Operation(operationId = "createEventTicket", summary = "A ticket that opens one stream", description = """
                    For clients that cannot send headers, such as a browser's EventSource. Each call gives a fresh one; \
                    as a ticket is a secret, no Idempotency-Key repeats it.""")
    @APIResponse(
            responseCode = "201",
            description = "Use it soon: see expiresAt",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Ticket.class)))
    public Uni<Ticket> ticket() {
        return streams.ticket(listener.get());
    }

    private static String emptyIsNone(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static OutboundSseEvent event(Sse sse, Frame frame) {
        var event =
                sse.newEventBuilder().comment(frame.comment()).id(frame.id()).name(frame.event());
        if (frame.data() != null) {
            event.data(frame.data());
        }
        if (frame.retry() != null) {
            event.reconnectDelay(frame.retry().toMillis());
        }
        return event.build();
    }

    private static Connection connection(HttpServerRequest request) {
        var response = request.response();
        return new Connection() {
            @Override
            public boolean isClosed() {
                return response.closed();
            }

            @Override
            public void abort() {
                response.reset();
            }
        };
    }
}
