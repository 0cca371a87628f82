package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.GraphError;
import java.io.IOException;

/** An answer of Meta's; its body is missing when it is not JSON. */
record GraphAnswer(int httpStatus, JsonNode body) {
    private static final int REQUEST_TIMEOUT = 408;
    private static final ObjectMapper JSON = new ObjectMapper();

    static GraphAnswer of(int httpStatus, byte[] bytes) {
        return new GraphAnswer(httpStatus, read(bytes));
    }

    /** Returns this answer if it is a success and fails with what it says otherwise. */
    GraphAnswer orFail() {
        var error = GraphError.of(body);
        if (error.isPresent()) {
            throw CloudApiException.refused(httpStatus, error.get());
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
    GraphAnswer orNotDone() {
        if (!body.path("success").asBoolean(true)) {
            throw CloudApiException.refused(httpStatus);
        }
        return this;
    }

    /** A field without which the answer says nothing. */
    String text(String field) {
        var text = body.path(field).asText("");
        if (text.isBlank()) {
            throw CloudApiException.noAnswer(httpStatus);
        }
        return text;
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
