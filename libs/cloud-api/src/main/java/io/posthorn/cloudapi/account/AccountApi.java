package io.posthorn.cloudapi.account;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphBody;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.graph.Page;
import io.posthorn.cloudapi.part.Json;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A WhatsApp Business account and the apps that hear of it. The app is always the one of the token. */
public class AccountApi {
    private static final int INVALID_PARAMETER = 100;

    private final GraphClient graph;

    public AccountApi(GraphClient graph) {
        this.graph = graph;
    }

    public Uni<Account> read(Credentials credentials, String wabaId) {
        var path = GraphPath.of(wabaId).with("fields", Account.FIELDS).toString();
        return graph.call(GraphCall.get("account_read", path, credentials))
                .map(answer -> answer.orUnclear(Account.of(answer.body())));
    }

    /**
     * Has Meta send this account's webhooks to our address; Meta asks that address for the verify token at once. An app
     * that has no subscription yet must take the default address first. That is not done beforehand, because for a
     * subscribed app it would lead webhooks astray until the override stands again.
     */
    public Uni<Void> subscribe(Credentials credentials, String wabaId, String callbackUri, String verifyToken) {
        var override = Json.object().put("override_callback_uri", callbackUri).put("verify_token", verifyToken);
        return post(credentials, wabaId, GraphBody.json(override))
                .onFailure(AccountApi::mayLackSubscription)
                .recoverWithUni(() -> subscribe(credentials, wabaId)
                        .chain(() -> post(credentials, wabaId, GraphBody.json(override))));
    }

    /** At the app's own address; an override of before goes away. */
    public Uni<Void> subscribe(Credentials credentials, String wabaId) {
        return post(credentials, wabaId, GraphBody.NONE);
    }

    public Uni<Void> unsubscribe(Credentials credentials, String wabaId) {
        return done(
                GraphCall.delete("app_unsubscribe", path(wabaId), credentials).harmlessTwice());
    }

    public Uni<List<SubscribedApp>> subscribedApps(Credentials credentials, String wabaId) {
        return graph.call(GraphCall.get("app_list", path(wabaId), credentials))
                .map(answer -> Page.of(answer, SubscribedApp::of).items());
    }

    private Uni<Void> post(Credentials credentials, String wabaId, GraphBody body) {
        return done(
                GraphCall.post("app_subscribe", path(wabaId), credentials, body).harmlessTwice());
    }

    private Uni<Void> done(GraphCall call) {
        return graph.call(call).map(GraphAnswer::orNotDone).replaceWithVoid();
    }

    private static String path(String wabaId) {
        return GraphPath.of(wabaId, "subscribed_apps").toString();
    }

    /** Meta has no code of its own for it, only the general one. */
    private static boolean mayLackSubscription(Throwable failure) {
        return failure instanceof CloudApiException refusal
                && refusal.error()
                        .filter(error -> error.code() == INVALID_PARAMETER
                                && error.subcode().isEmpty())
                        .isPresent();
    }
}
