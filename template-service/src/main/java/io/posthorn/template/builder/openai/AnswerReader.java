package io.posthorn.template.builder.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads an answer while it comes: server-sent events with pieces, or one JSON document. Bounded, whatever comes. */
final class AnswerReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_TEXT = 8000;
    private static final int MOST_CALLS = 16;
    private static final int MOST_ARGUMENTS = 64 * 1024;

    private static final class Call {
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
    }

    private final Consumer<String> pieces;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Call> calls = new TreeMap<>();
    private int bytes;
    private boolean streamed;
    private boolean ended;
    private long tokens;

    AnswerReader(Consumer<String> pieces) {
        this.pieces = pieces;
    }

    void feed(byte[] chunk) {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) {
            throw new ModelFailure("The answer is too long");
        }
        if (!streamed) {
            whole.writeBytes(chunk);
        }
        for (var one : chunk) {
            if (one == '\n') {
                line(line.toString(StandardCharsets.UTF_8).strip());
                line.reset();
            } else {
                line.write(one);
            }
        }
    }

    ModelAnswer answer() {
        line(line.toString(StandardCharsets.UTF_8).strip());
        if (!streamed) {
            read(parsed(whole.toString(StandardCharsets.UTF_8)), "message");
            ended = true;
        }
        if (!ended) {
            throw new ModelFailure("The answer broke off");
        }
        return new ModelAnswer(
                text.toString(),
                calls.values().stream()
                        .map(call -> new ToolCall(call.name.toString(), call.arguments.toString()))
                        .toList(),
                tokens);
    }

    private void line(String read) {
        if (!read.startsWith("data:")) {
            return;
        }
        streamed = true;
        var data = read.substring("data:".length()).strip();
        if (data.equals("[DONE]")) {
            ended = true;
        } else if (!data.isEmpty()) {
            read(parsed(data), "delta");
        }
    }

    private void read(JsonNode event, String part) {
        if (event.has("error")) {
            throw new ModelFailure("The model reports an error");
        }
        tokens = Math.max(tokens, event.path("usage").path("total_tokens").asLong(0));
        var choice = event.path("choices").path(0);
        var content = choice.path(part).path("content");
        if (content.isTextual() && text.length() < MOST_TEXT) {
            text.append(content.textValue());
            pieces.accept(content.textValue());
        }
        for (var call : choice.path(part).path("tool_calls")) {
            add(call);
        }
        ended |= choice.path("finish_reason").isTextual();
    }

    private void add(JsonNode json) {
        var index = json.path("index").asInt(calls.size());
        if (!calls.containsKey(index) && calls.size() >= MOST_CALLS) {
            return;
        }
        var call = calls.computeIfAbsent(index, added -> new Call());
        var function = json.path("function");
        if (call.arguments.length() + function.path("arguments").asText("").length() > MOST_ARGUMENTS) {
            throw new ModelFailure("A tool call is too long");
        }
        call.name.append(function.path("name").asText(""));
        call.arguments.append(
                function.path("arguments").isObject()
                        ? function.path("arguments").toString()
                        : function.path("arguments").asText(""));
    }

    private static JsonNode parsed(String json) {
        try {
            var parsed = JSON.readTree(json);
            if (parsed == null || !parsed.isObject()) {
                throw new ModelFailure("The answer is no JSON object");
            }
            return parsed;
        } catch (JsonProcessingException malformed) {
            throw new ModelFailure("The answer is not JSON");
        }
    }
}
