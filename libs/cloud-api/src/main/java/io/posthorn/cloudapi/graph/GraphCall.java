package io.posthorn.cloudapi.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call to be made.
 *
 * @param operation its name in metrics, one of a small fixed set
 * @param path behind the version, with its query
 * @param repeatable whether it does no harm twice: reading, or setting what is set already
 * @param phoneNumberId the number whose breaker counts it
 * @param partialCode the error with which Meta tells what it did of it and what not
 */
public record GraphCall(
        String operation,
        HttpMethod method,
        String path,
        Credentials credentials,
        GraphBody body,
        boolean repeatable,
        Optional<String> phoneNumberId,
        OptionalInt partialCode) {

    public static GraphCall get(String operation, String path, Credentials credentials) {
        return new GraphCall(
                operation,
                HttpMethod.GET,
                path,
                credentials,
                GraphBody.NONE,
                true,
                Optional.empty(),
                OptionalInt.empty());
    }

    public static GraphCall post(String operation, String path, Credentials credentials, GraphBody body) {
        return new GraphCall(
                operation, HttpMethod.POST, path, credentials, body, false, Optional.empty(), OptionalInt.empty());
    }

    public static GraphCall post(String operation, String path, Credentials credentials, JsonNode body) {
        return post(operation, path, credentials, GraphBody.json(body));
    }

    public static GraphCall delete(String operation, String path, Credentials credentials) {
        return new GraphCall(
                operation,
                HttpMethod.DELETE,
                path,
                credentials,
                GraphBody.NONE,
                false,
                Optional.empty(),
                OptionalInt.empty());
    }

    public GraphCall with(JsonNode json) {
        return new GraphCall(
                operation, method, path, credentials, GraphBody.json(json), repeatable, phoneNumberId, partialCode);
    }

    /** For what may happen twice without harm. */
    public GraphCall harmlessTwice() {
        return new GraphCall(operation, method, path, credentials, body, true, phoneNumberId, partialCode);
    }

    /** For what works once only, although it reads. */
    public GraphCall once() {
        return new GraphCall(operation, method, path, credentials, body, false, phoneNumberId, partialCode);
    }

    public GraphCall ofNumber(String id) {
        return new GraphCall(operation, method, path, credentials, body, repeatable, Optional.of(id), partialCode);
    }

    /** For what can be done in part: then this error is an answer. */
    public GraphCall partlyWith(int code) {
        return new GraphCall(
                operation, method, path, credentials, body, repeatable, phoneNumberId, OptionalInt.of(code));
    }

    /** Without the path: it can carry secrets that Meta wants there. */
    @Override
    public String toString() {
        return "GraphCall[%s]".formatted(operation);
    }
}
