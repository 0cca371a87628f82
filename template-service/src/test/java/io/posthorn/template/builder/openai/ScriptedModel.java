package io.posthorn.template.builder.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An OpenAI-compatible endpoint that answers what a test says, well or badly. */
final class ScriptedModel implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Ways in which a model lets people down. */
    enum Fault {
        BAD_JSON(response("application/json", "{\"choices\":[{\"message\":")),
        BAD_ARGUMENTS(call("fill_draft", "{\"category\":\"MARK")),
        UNKNOWN_TOOL(call("delete_everything", "{\"sure\":true}")),
        INVENTED_FIELDS(call(
                "fill_draft", "{\"colour\":\"red\",\"approved\":true,\"components\":[{}],\"status\":\"APPROVED\"}")),
        WRONG_TYPES(
                call(
                        "fill_draft",
                        "{\"category\":7,\"language\":[\"en\"],\"body\":{\"text\":\"x\"},\"buttons\":\"none\",\"examples\":{}}")),
        UNKNOWN_VALUES(
                call(
                        "fill_draft",
                        "{\"category\":\"SPAM\",\"language\":\"tlh\",\"name\":\"///\",\"buttons\":[{\"type\":\"BOMB\",\"text\":\"x\"}]}")),
        REFUSAL(message("I am sorry, but I cannot help with that. May I help you otherwise?")),
        EMPTY(response("application/json", "{}")),
        NOT_AN_OBJECT(response("application/json", "[1,2,3]")),
        BROKEN_STREAM(response(
                "text/event-stream", "data: {\"choices\":[{\"delta\":{\"content\":\"Sure\"}}]}\n\ndata: {\"cho")),
        CUT_STREAM(request -> request.response()
                .setChunked(true)
                .write("data: {\"choices\"")
                .onComplete(sent -> request.connection().close())),
        SERVER_ERROR(request -> request.response().setStatusCode(500).end("boom")),
        TOO_MANY(request -> request.response().setStatusCode(429).end("{\"error\":{\"message\":\"slow down\"}}")),
        ENDLESS(response(
                "text/event-stream",
                "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n".formatted("x".repeat(600_000)))),
        SILENCE(request -> {}),
        TWO_QUESTIONS(message("What is it about? Which language? Shall I finish?"));

        final Consumer<HttpServerRequest> answer;

        Fault(Consumer<HttpServerRequest> answer) {
            this.answer = answer;
        }
    }

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    ScriptedModel(Vertx vertx, Supplier<Consumer<HttpServerRequest>> script) throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    asked.add(body.toString());
                    keys.add(request.getHeader("Authorization"));
                    script.get().accept(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.actualPort()));
    }

    /** As most endpoints do it: piece by piece. */
    static Consumer<HttpServerRequest> streamed(String text, ObjectNode arguments, String command) {
        var lines = new StringBuilder();
        for (var word : text.split("(?<= )")) {
            lines.append(event(JSON.createObjectNode().put("content", word)));
        }
        if (arguments != null) {
            var written = arguments.toString();
            lines.append(event(called(0, "fill_draft", written.substring(0, written.length() / 2))));
            lines.append(event(called(0, "", written.substring(written.length() / 2))));
        }
        if (command != null) {
            lines.append(event(called(1, "conversation", "{\"command\":\"%s\"}".formatted(command))));
        }
        lines.append("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n");
        lines.append("data: {\"choices\":[],\"usage\":{\"total_tokens\":321}}\n\ndata: [DONE]\n\n");
        return response("text/event-stream", lines.toString());
    }

    private static ObjectNode called(int index, String name, String arguments) {
        var delta = JSON.createObjectNode();
        delta.putArray("tool_calls")
                .addObject()
                .put("index", index)
                .putObject("function")
                .put("name", name)
                .put("arguments", arguments);
        return delta;
    }

    private static String event(ObjectNode delta) {
        var event = JSON.createObjectNode();
        event.putArray("choices").addObject().set("delta", delta);
        return "data: " + event + "\n\n";
    }

    private static Consumer<HttpServerRequest> call(String name, String arguments) {
        return response("text/event-stream", event(called(0, name, arguments)) + "data: [DONE]\n\n");
    }

    private static Consumer<HttpServerRequest> message(String text) {
        var answer = JSON.createObjectNode();
        answer.putArray("choices").addObject().putObject("message").put("content", text);
        return response("application/json", answer.toString());
    }

    private static Consumer<HttpServerRequest> response(String type, String body) {
        return request -> request.response().putHeader("Content-Type", type).end(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
