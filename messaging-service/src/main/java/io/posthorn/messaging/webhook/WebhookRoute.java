package io.posthorn.messaging.webhook;

import io.posthorn.cloudapi.webhook.WebhookSignature;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.Ids;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.RouteProblems;
import io.posthorn.messaging.meta.MetaAppSecrets;
import io.posthorn.messaging.meta.MetaApps;
import io.posthorn.telemetry.trace.Span;
import io.posthorn.telemetry.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;

/** The path on which Meta speaks to us. A plain route: the exact bytes matter, and it takes thousands a second. */
@ApplicationScoped
class WebhookRoute {
    private static final String PATH = "/webhooks/whatsapp/:appKey";
    private static final ProblemType BAD_SIGNATURE =
            new ProblemType(ErrorCode.WEBHOOK_SIGNATURE_INVALID, 401, "The signature does not hold");
    private static final ProblemType BAD_TOKEN =
            new ProblemType(ErrorCode.WEBHOOK_TOKEN_INVALID, 403, "The verify token is another");

    private final MetaApps apps;
    private final Journal journal;
    private final RequestTrace trace;
    private final RouteProblems problems;
    private final int maxSize;

    WebhookRoute(MetaApps apps, Journal journal, RequestTrace trace, RouteProblems problems, WebhookConfig config) {
        this.apps = apps;
        this.journal = journal;
        this.trace = trace;
        this.problems = problems;
        this.maxSize = config.maxSize();
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(request -> answer(request, handshake(request)));
        router.post(PATH).handler(request -> answer(request, receive(request)));
    }

    /** Meta asks once whether we are the ones: the challenge goes back word for word. */
    private Uni<String> handshake(RoutingContext request) {
        var token = request.request().getParam("hub.verify_token", "");
        var challenge = request.request().getParam("hub.challenge", "");
        if (!"subscribe".equals(request.request().getParam("hub.mode"))) {
            return Uni.createFrom().failure(new ProblemException(BAD_TOKEN, "hub.mode is not subscribe"));
        }
        return apps.current(request.pathParam("appKey"))
                .invoke(app -> {
                    if (!app.knowsVerifyToken(token)) {
                        throw new ProblemException(BAD_TOKEN, "This token was not given to Meta by us");
                    }
                })
                .replaceWith(challenge);
    }

    private Uni<String> receive(RoutingContext request) {
        var span = trace.begin(
                "WebhookRoute.receive", Span.Kind.SERVER, request.request().getHeader(TraceParent.HEADER));
        var signature = request.request().getHeader(WebhookSignature.HEADER);
        return trace.during(span, () -> body(request.request())
                .chain(body -> apps.remembered(request.pathParam("appKey"))
                        .map(app -> signed(app, signature, body, span.traceParent())))
                .chain(journal::write)
                .replaceWith(""));
    }

    private static JournalEntry signed(MetaAppSecrets app, String signature, byte[] body, String traceParent) {
        if (!WebhookSignature.verify(body, signature, app.secrets())) {
            throw new ProblemException(BAD_SIGNATURE, "Sign the exact bytes of the body with the app secret");
        }
        return new JournalEntry(Ids.next(), app.appId(), body, traceParent);
    }

    /** Reads at most what Meta may send; of more, nothing is kept. */
    private Uni<byte[]> body(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 9 || Long.parseLong(length) > maxSize)) {
            return Uni.createFrom().failure(tooLarge());
        }
        var read = new CompletableFuture<byte[]>();
        var bytes = Buffer.buffer();
        request.exceptionHandler(read::completeExceptionally);
        request.handler(chunk -> {
            if (bytes.length() + chunk.length() > maxSize) {
                request.handler(rest -> {});
                read.completeExceptionally(tooLarge());
            } else {
                bytes.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> read.complete(bytes.getBytes()));
        return Uni.createFrom().completionStage(read);
    }

    private ProblemException tooLarge() {
        return new ProblemException(CommonProblems.TOO_LARGE, "A webhook has at most %d bytes".formatted(maxSize));
    }

    private void answer(RoutingContext request, Uni<String> outcome) {
        problems.answer(request, outcome, text -> request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end(text));
    }
}
