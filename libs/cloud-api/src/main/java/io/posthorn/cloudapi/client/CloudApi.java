package io.posthorn.cloudapi.client;

import io.posthorn.cloudapi.account.AccountApi;
import io.posthorn.cloudapi.account.TokenApi;
import io.posthorn.cloudapi.graph.Breaker;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.media.MediaApi;
import io.posthorn.cloudapi.media.OutgoingFile;
import io.posthorn.cloudapi.media.UploadApi;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.posthorn.cloudapi.number.BlockApi;
import io.posthorn.cloudapi.number.HistoryApi;
import io.posthorn.cloudapi.number.NumberApi;
import io.posthorn.cloudapi.number.PhoneNumber;
import io.posthorn.cloudapi.number.UsernameApi;
import io.posthorn.cloudapi.observing.CallListener;
import io.posthorn.cloudapi.observing.TraceHeaders;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * Meta's Cloud API. A message is sent once: it has no key that would make a repetition safe, so only the caller, who knows
 * {@link io.posthorn.cloudapi.error.CloudApiException#mayBeRepeated()}, repeats.
 */
public class CloudApi {
    private final GraphClient graph;
    private final NumberApi numbers;
    private final AccountApi accounts;
    private final TokenApi tokens;
    private final MediaApi media;
    private final UploadApi uploads;

    public CloudApi(Vertx vertx, CloudApiConfig config) {
        this(vertx, config, CallListener.NONE, TraceHeaders.NONE);
    }

    public CloudApi(Vertx vertx, CloudApiConfig config, CallListener listener, TraceHeaders trace) {
        this.graph = new GraphClient(vertx, config, listener, trace);
        this.numbers = new NumberApi(graph);
        this.accounts = new AccountApi(graph);
        this.tokens = new TokenApi(graph);
        this.media = new MediaApi(graph);
        this.uploads = new UploadApi(graph);
    }

    public Uni<SendResult> send(Credentials credentials, String phoneNumberId, OutgoingMessage message) {
        var path = GraphPath.of(phoneNumberId, "messages").toString();
        return graph.call(GraphCall.post("send", path, credentials, message.toJson())
                        .ofNumber(phoneNumberId))
                .map(answer -> answer.orUnclear(SendResult.of(answer)));
    }

    public Uni<Void> markRead(Credentials credentials, String phoneNumberId, ReadReceipt receipt) {
        var path = GraphPath.of(phoneNumberId, "messages").toString();
        var call = GraphCall.post("mark_read", path, credentials, receipt.toJson());
        return graph.call(call.ofNumber(phoneNumberId).harmlessTwice())
                .map(GraphAnswer::orNotDone)
                .replaceWithVoid();
    }

    /** Whether the calls for a number go out, or are held back because Meta does not answer. */
    public Breaker.State breaker(String phoneNumberId) {
        return graph.breaker(phoneNumberId);
    }

    public NumberApi numbers() {
        return numbers;
    }

    public UsernameApi usernames() {
        return new UsernameApi(graph);
    }

    public BlockApi blocking() {
        return new BlockApi(graph);
    }

    public HistoryApi history() {
        return new HistoryApi(graph);
    }

    public AccountApi accounts() {
        return accounts;
    }

    public TokenApi tokens() {
        return tokens;
    }

    public MediaApi media() {
        return media;
    }

    public TemplateApi templates() {
        return new TemplateApi(graph);
    }

    public Uni<PhoneNumber> phoneNumber(Credentials credentials, String phoneNumberId) {
        return numbers.read(credentials, phoneNumberId);
    }

    public Uni<Void> subscribeApp(Credentials credentials, String wabaId, String callbackUri, String verifyToken) {
        return accounts.subscribe(credentials, wabaId, callbackUri, verifyToken);
    }

    public Uni<Void> unsubscribeApp(Credentials credentials, String wabaId) {
        return accounts.unsubscribe(credentials, wabaId);
    }

    /** Uploads a file for one number; answers the id by which messages name it. Meta keeps it for 30 days. */
    public Uni<String> uploadMedia(Credentials credentials, String phoneNumberId, OutgoingFile file) {
        return media.upload(credentials, phoneNumberId, file);
    }

    /** The app that a token belongs to. */
    public Uni<String> appId(Credentials credentials) {
        return tokens.appId(credentials);
    }

    /** Uploads an example for a template's header; answers the handle that stands for it there. */
    public Uni<String> uploadExample(Credentials credentials, String appId, OutgoingFile file) {
        return uploads.upload(credentials, appId, file);
    }
}
