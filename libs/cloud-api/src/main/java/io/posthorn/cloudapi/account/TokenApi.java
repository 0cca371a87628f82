package io.posthorn.cloudapi.account;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.smallrye.mutiny.Uni;

/** What tokens are worth, and how a customer's sign-up becomes one. */
public class TokenApi {
    private final GraphClient graph;

    public TokenApi(GraphClient graph) {
        this.graph = graph;
    }

    /** The app that a token belongs to. */
    public Uni<String> appId(Credentials credentials) {
        return graph.call(GraphCall.get("app_read", "app", credentials)).map(answer -> answer.text("id"));
    }

    /** Asks with the app's own credentials about a token of one of its users. */
    public Uni<TokenInfo> inspect(Credentials app, Credentials token) {
        var path = GraphPath.of("debug_token").with("input_token", token.accessToken());
        return graph.call(GraphCall.get("token_inspect", path.toString(), app))
                .map(answer -> answer.orUnclear(TokenInfo.of(answer.body())));
    }

    /** Turns the code of an embedded sign-up into the customer's token. Codes end after 30 seconds and work once. */
    public Uni<Credentials> exchange(String appId, String appSecret, String code) {
        var path = GraphPath.of("oauth", "access_token")
                .with("client_id", appId)
                .with("client_secret", appSecret)
                .with("code", code);
        var call = GraphCall.get("token_exchange", path.toString(), Credentials.ofApp(appId, appSecret));
        return graph.call(call.once()).map(answer -> new Credentials(answer.text("access_token")));
    }
}
