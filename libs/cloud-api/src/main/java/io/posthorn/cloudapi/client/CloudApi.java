package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Meta's Cloud API. Each call is made once: it has no key that would make a repetition safe, so only the caller, who
 * knows {@link CloudApiException#mayBeRepeated()}, repeats.
 */
public class CloudApi {
    private static final int INVALID_PARAMETER = 100;

    private final GraphClient graph;
    private final Uploads uploads;

    public CloudApi(Vertx vertx, CloudApiConfig config) {
        this.graph = new GraphClient(vertx, config);
        this.uploads = new Uploads(graph);
    }

    public Uni<SendResult> send(Credentials credentials, String phoneNumberId, OutgoingMessage message) {
        return graph.call(HttpMethod.POST, segment(phoneNumberId) + "/messages", credentials, message.toJson())
                .map(answer -> SendResult.of(answer.body())
                        .orElseThrow(() -> CloudApiException.noAnswer(answer.httpStatus())));
    }

    public Uni<Void> markRead(Credentials credentials, String phoneNumberId, ReadReceipt receipt) {
        return change(HttpMethod.POST, segment(phoneNumberId) + "/messages", credentials, receipt.toJson());
    }

    public Uni<PhoneNumber> phoneNumber(Credentials credentials, String phoneNumberId) {
        var path = segment(phoneNumberId) + "?fields=" + PhoneNumber.FIELDS;
        return graph.call(HttpMethod.GET, path, credentials, null).map(answer -> PhoneNumber.of(answer.body())
                .orElseThrow(() -> CloudApiException.noAnswer(answer.httpStatus())));
    }

    /**
     * Has Meta send this account's webhooks to our address; Meta asks that address for the verify token at once. An app
     * that has no subscription yet must take the default address first. That is not done beforehand, because for a
     * subscribed app it would lead webhooks astray until the override stands again.
     */
    public Uni<Void> subscribeApp(Credentials credentials, String wabaId, String callbackUri, String verifyToken) {
        var path = segment(wabaId) + "/subscribed_apps";
        var override = JsonNodeFactory.instance
                .objectNode()
                .put("override_callback_uri", callbackUri)
                .put("verify_token", verifyToken);
        return change(HttpMethod.POST, path, credentials, override)
                .onFailure(CloudApi::mayLackSubscription)
                .recoverWithUni(() -> change(HttpMethod.POST, path, credentials, null)
                        .chain(() -> change(HttpMethod.POST, path, credentials, override)));
    }

    public Uni<Void> unsubscribeApp(Credentials credentials, String wabaId) {
        return change(HttpMethod.DELETE, segment(wabaId) + "/subscribed_apps", credentials, null);
    }

    /** Uploads a file for one number; answers the id by which messages name it. Meta keeps it for 30 days. */
    public Uni<String> uploadMedia(Credentials credentials, String phoneNumberId, OutgoingFile file) {
        return uploads.media(credentials, segment(phoneNumberId), file);
    }

    /** The app that a token belongs to. */
    public Uni<String> appId(Credentials credentials) {
        return graph.call(HttpMethod.GET, "app", credentials, null).map(answer -> answer.text("id"));
    }

    /** Uploads an example for a template's header; answers the handle that stands for it there. */
    public Uni<String> uploadExample(Credentials credentials, String appId, OutgoingFile file) {
        return uploads.example(credentials, segment(appId), file);
    }

    private Uni<Void> change(HttpMethod method, String path, Credentials credentials, JsonNode body) {
        return graph.call(method, path, credentials, body)
                .map(GraphAnswer::orNotDone)
                .replaceWithVoid();
    }

    /** Meta has no code of its own for it, only the general one. */
    private static boolean mayLackSubscription(Throwable failure) {
        return failure instanceof CloudApiException refusal
                && refusal.error()
                        .filter(error -> error.code() == INVALID_PARAMETER
                                && error.subcode().isEmpty())
                        .isPresent();
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
