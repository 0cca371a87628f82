package io.posthorn.cloudapi.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.GraphError;
import io.posthorn.cloudapi.observing.Usage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** An answer of Meta's; its body is missing when it is not JSON. */
public record GraphAnswer(int httpStatus, JsonNode body, Usage usage) {
    private static final int REQUEST_TIMEOUT = 408;
    private static final ObjectMapper JSON = new ObjectMapper();

    static GraphAnswer of(int httpStatus, byte[] bytes, Usage usage) {
        return new GraphAnswer(httpStatus, read(bytes), usage);
    }

    /** Returns this answer if it tells what was done in part, or is a success. */
    GraphAnswer orFail(OptionalInt partialCode) {
        var partial = partialCode.isPresent() && body.path("error").path("code").asInt(-1) == partialCode.getAsInt();
        return partial ? this : orFail();
    }

    /** Returns this answer if it is a success and fails with what it says otherwise. */
    GraphAnswer orFail() {
        var error = GraphError.of(body);
        if (error.isPresent()) {
            throw CloudApiException.refused(httpStatus, error.get(), usage.regainAfter());
        }
        if (httpStatus >= 500 || httpStatus == REQUEST_TIMEOUT || isUnreadableSuccess()) {
            throw CloudApiException.noAnswer(httpStatus);
        }
        if (!isSuccess()) {
            throw CloudApiException.refused(httpStatus);
        }
        return this;
    }

    /** Fails when Meta says in so many words that it did not do it. */
    public GraphAnswer orNotDone() {
        if (!body.path("success").asBoolean(true)) {
            throw CloudApiException.refused(httpStatus);
        }
        return this;
    }

    /** A field without which the answer says nothing. */
    public String text(String field) {
        var text = body.path(field).asText("");
        if (text.isBlank()) {
            throw CloudApiException.noAnswer(httpStatus);
        }
        return text;
    }

    /** What was made of the answer, when it says enough for that. */
    public <T> T orUnclear(Optional<T> read) {
        return read.orElseThrow(() -> CloudApiException.noAnswer(httpStatus));
    }

    /** Answers can hold tokens and customers. */
    @Override
    public String toString() {
        return "GraphAnswer[%d]".formatted(httpStatus);
    }

    private boolean isSuccess() {
        return httpStatus >= 200 && httpStatus < 300;
    }

    private boolean isUnreadableSuccess() {
        return isSuccess() && !body.isObject();
    }

    private static JsonNode read(byte[] bytes) {
        try {
            var body = JSON.readTree(bytes);
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
