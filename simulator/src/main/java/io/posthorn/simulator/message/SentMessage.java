package io.posthorn.simulator.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A message that Meta accepted, and how far it has come. */
public final class SentMessage {
    private final String wamid;
    private final String subject;
    private final Outgoing outgoing;
    private final Composition composition;
    private final Optional<String> quote;
    private final String at;
    private final List<StatusEvent> events = new CopyOnWriteArrayList<>();
    private volatile String status = "accepted";

    SentMessage(
            String wamid,
            String subject,
            Outgoing outgoing,
            Composition composition,
            Optional<String> quote,
            String at) {
        this.wamid = wamid;
        this.subject = subject;
        this.outgoing = outgoing;
        this.composition = composition;
        this.quote = quote;
        this.at = at;
    }

    public String wamid() {
        return wamid;
    }

    /** Names the message to the world's dice: the same in every world that begins with the same sends. */
    public String subject() {
        return subject;
    }

    public Outgoing outgoing() {
        return outgoing;
    }

    public Composition composition() {
        return composition;
    }

    /** The digits of the customer, or the id of the group. */
    public String customer() {
        return outgoing.recipient().waId();
    }

    public String phoneNumberId() {
        return outgoing.sender().id();
    }

    /** What it says; its type in brackets when it says nothing. */
    String text() {
        return composition.body().isBlank() ? "[%s]".formatted(outgoing.type().name()) : composition.body();
    }

    /** When it was accepted. */
    public Instant at() {
        return Instant.parse(at);
    }

    String status() {
        return status;
    }

    /** Returns the event, which is still to be told. */
    public StatusEvent becomes(String next, long seconds) {
        status = next;
        var event = new StatusEvent(next, seconds);
        events.add(event);
        return event;
    }

    public List<StatusEvent> events() {
        return events;
    }

    /** True when it reached that status, in capitals. */
    public boolean has(String reached) {
        return events.stream().anyMatch(event -> event.status().equals(reached));
    }

    SentMessageView view(String world) {
        return new SentMessageView(
                wamid,
                customer(),
                outgoing.type().name(),
                composition.body(),
                outgoing.callbackData().orElse(null),
                at,
                status,
                world,
                phoneNumberId(),
                outgoing.recipient().input(),
                outgoing.quoted().orElse(null),
                quote.orElse(null),
                outgoing.content(),
                composition.templateJson(),
                outgoing.traceParent().isEmpty() ? null : outgoing.traceParent());
    }

    /**
     * As the control API shows it; {@code to} is the WhatsApp id, {@code input} what the request wrote, {@code quote} what
     * the phone draws of the message that this one answers, {@code content} the object named like the type as it came in,
     * {@code template} a template filled in, {@code traceParent} the trace that the request was a part of.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SentMessageView(
            String wamid,
            String to,
            String type,
            String body,
            String callbackData,
            String at,
            String status,
            String world,
            String phoneNumberId,
            String input,
            String contextMessageId,
            String quote,
            JsonNode content,
            ObjectNode template,
            String traceParent) {}
}
