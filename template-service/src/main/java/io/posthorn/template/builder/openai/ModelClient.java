package io.posthorn.template.builder.openai;

import io.posthorn.template.builder.answering.BuilderConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.function.Consumer;

/** One question to a model, with one deadline for the whole of it. The key leaves in a header and stands nowhere else. */
final class ModelClient {
    private static final int OK = 200;
    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_WAITING = 100;

    private final HttpClient http;
    private final BuilderConfig.OpenAi config;

    ModelClient(Vertx vertx, BuilderConfig.OpenAi config) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setMaxWaitQueueSize(MOST_WAITING)
                .setConnectTimeout((int) config.timeout().toMillis()));
        this.config = config;
    }

    Uni<ModelAnswer> ask(String body, Consumer<String> pieces) {
        return Uni.createFrom()
                .<ModelAnswer>emitter(answer -> send(body, pieces, answer))
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> new ModelFailure("No answer in time"));
    }

    private void send(String body, Consumer<String> pieces, UniEmitter<? super ModelAnswer> answer) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(config.url().toString().replaceAll("/+$", "") + "/chat/completions")
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "text/event-stream, application/json");
        config.apiKey().ifPresent(key -> options.putHeader("Authorization", "Bearer " + key));
        http.request(options)
                .onSuccess(request -> {
                    answer.onTermination(() -> abandon(request));
                    request.send(Buffer.buffer(body))
                            .onSuccess(response -> read(response, new AnswerReader(pieces), answer))
                            .onFailure(unsent -> answer.fail(new ModelFailure("No answer")));
                })
                .onFailure(unreachable -> answer.fail(new ModelFailure("Not reachable")));
    }

    private static void read(HttpClientResponse response, AnswerReader reader, UniEmitter<? super ModelAnswer> answer) {
        response.exceptionHandler(broken -> answer.fail(new ModelFailure("The answer broke off")));
        if (response.statusCode() != OK) {
            answer.fail(new ModelFailure("Answered " + response.statusCode()));
            return;
        }
        response.handler(chunk -> attempt(answer, () -> reader.feed(chunk.getBytes())));
        response.endHandler(end -> attempt(answer, () -> answer.complete(reader.answer())));
    }

    private static void attempt(UniEmitter<? super ModelAnswer> answer, Runnable step) {
        try {
            step.run();
        } catch (ModelFailure failure) {
            answer.fail(failure);
        }
    }

    /** Whoever waits no longer wants no more of it. */
    private static void abandon(HttpClientRequest request) {
        request.reset();
    }
}
