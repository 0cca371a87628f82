package io.posthorn.simulator.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something a customer wrote, and when the business read it. */
public final class CustomerMessage {
    private static final List<JsonPointer> TEXTS = Stream.of(
                    "/body",
                    "/text",
                    "/caption",
                    "/emoji",
                    "/button_reply/title",
                    "/list_reply/title",
                    "/nfm_reply/body",
                    "/name",
                    "/filename")
            .map(JsonPointer::compile)
            .toList();

    private final String wamid;
    private final String customer;
    private final String phoneNumberId;
    private final String type;
    private final JsonNode content;
    private final String at;
    private volatile String readAt;
    private volatile boolean deleted;

    public CustomerMessage(
            String wamid, String customer, String phoneNumberId, String type, JsonNode content, String at) {
        this.wamid = wamid;
        this.customer = customer;
        this.phoneNumberId = phoneNumberId;
        this.type = type;
        this.content = content;
        this.at = at;
    }

    public String customer() {
        return customer;
    }

    String wamid() {
        return wamid;
    }

    public String phoneNumberId() {
        return phoneNumberId;
    }

    public String type() {
        return type;
    }

    /** What it says; its type in brackets when it says nothing. */
    public String text() {
        return Optional.ofNullable(content).stream()
                .flatMap(said -> TEXTS.stream().map(said::at))
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("[%s]".formatted(type));
    }

    /** When it was written. */
    public String at() {
        return at;
    }

    /** True when the customer took it back. */
    public boolean isDeleted() {
        return deleted;
    }

    /** The message that this one is about, if it changes another. */
    String original() {
        return content == null ? "" : content.path("original_message_id").asText("");
    }

    void delete() {
        deleted = true;
    }

    void readAt(String time) {
        readAt = time;
    }

    CustomerMessageView view() {
        return new CustomerMessageView(wamid, type, content, at, readAt, phoneNumberId);
    }

    /** As the control API shows it; {@code readAt} is null until the business sends a read receipt. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CustomerMessageView(
            String wamid, String type, JsonNode content, String at, String readAt, String phoneNumberId) {}
}
