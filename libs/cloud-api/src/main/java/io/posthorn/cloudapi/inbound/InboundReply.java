package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.Optional;

/** What a customer tapped; the message's context names the message that carried the control. */
public sealed interface InboundReply extends InboundContent {
    /** A reply button. */
    record Button(String id, Optional<String> title) implements InboundReply {}

    /** A row of a list. */
    record ListRow(String id, Optional<String> title, Optional<String> description) implements InboundReply {}

    /** A quick reply of a template; of a one-time code it can be {@code DID_NOT_REQUEST_CODE}. */
    record TemplateButton(Optional<String> payload, Optional<String> text) implements InboundReply {}

    /** A form that was filled in: a flow, or an address. */
    record Form(String name, Optional<String> body, JsonNode response) implements InboundReply {
        private static final ObjectMapper JSON = new ObjectMapper();

        /** The flow token that we gave it. */
        public Optional<String> flowToken() {
            return Read.text(response, "flow_token");
        }

        /** Meta sends the answers as a text that holds JSON; one that does not stays a text. */
        private static JsonNode response(JsonNode json) {
            var written = json.path("response_json");
            try {
                var read = written.isTextual() ? JSON.readTree(written.textValue()) : written;
                return read == null ? written : read;
            } catch (JsonProcessingException notJson) {
                return written;
            }
        }

        @Override
        public String toString() {
            return "Form[%s]".formatted(name);
        }
    }

    record CallPermission(boolean accepted, Optional<Instant> until, Optional<String> source) implements InboundReply {}

    /** Empty for a tap without an object, which failing clients send, and for kinds that are not known. */
    static Optional<InboundContent> of(String type, JsonNode body) {
        if (type.equals("button")) {
            return body.isObject()
                    ? Optional.of(new TemplateButton(Read.string(body, "payload"), Read.string(body, "text")))
                    : Optional.empty();
        }
        var kind = Read.text(body, "type").orElse("");
        var reply = body.path(kind);
        return switch (kind) {
            case "button_reply" -> Read.text(reply, "id").map(id -> new Button(id, Read.string(reply, "title")));
            case "list_reply" ->
                Read.text(reply, "id")
                        .map(id -> new ListRow(id, Read.string(reply, "title"), Read.string(reply, "description")));
            case "nfm_reply" ->
                reply.isObject()
                        ? Optional.of(new Form(
                                Read.text(reply, "name").orElse("flow"),
                                Read.string(reply, "body"),
                                Form.response(reply)))
                        : Optional.empty();
            case "call_permission_reply" ->
                Read.text(reply, "response")
                        .map(answer -> new CallPermission(
                                answer.equals("accept"),
                                Read.time(reply, "expiration_timestamp"),
                                Read.text(reply, "response_source")));
            default -> Optional.empty();
        };
    }
}
