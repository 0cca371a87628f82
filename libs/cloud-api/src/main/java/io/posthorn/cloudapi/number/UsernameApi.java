package io.posthorn.cloudapi.number;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.Read;
import io.posthorn.cloudapi.rule.Violations;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name under which customers find a number without knowing its digits. */
public class UsernameApi {
    private static final Pattern USERNAME = Pattern.compile("(?=.*[a-z])[a-z0-9._]{3,35}");

    /** A username and what Meta says about it, such as {@code approved} or {@code reserved}. */
    public record Username(Optional<String> name, Optional<String> status) {}

    private final GraphClient graph;

    public UsernameApi(GraphClient graph) {
        this.graph = graph;
    }

    public Uni<Username> read(Credentials credentials, String phoneNumberId) {
        return graph.call(GraphCall.get("username_read", path(phoneNumberId), credentials))
                .map(answer -> new Username(Read.text(answer.body(), "username"), Read.text(answer.body(), "status")));
    }

    public Uni<Void> change(Credentials credentials, String phoneNumberId, String username) {
        return Uni.createFrom().deferred(() -> {
            Violations.enforce(found -> found.require(
                    USERNAME.matcher(username).matches(),
                    "/username",
                    "username_format",
                    "3 to 35 of: a to z, 0 to 9, dot and underscore, with a letter at least"));
            return done(GraphCall.post(
                    "username_change",
                    path(phoneNumberId),
                    credentials,
                    Json.object().put("username", username)));
        });
    }

    public Uni<Void> delete(Credentials credentials, String phoneNumberId) {
        return done(GraphCall.delete("username_delete", path(phoneNumberId), credentials));
    }

    /** Names that Meta keeps for this business. */
    public Uni<List<String>> suggestions(Credentials credentials, String phoneNumberId) {
        var path = GraphPath.of(phoneNumberId, "username_suggestions").toString();
        return graph.call(GraphCall.get("username_suggestions", path, credentials))
                .map(UsernameApi::names);
    }

    /** Meta has shown the names by themselves and inside objects. */
    private static List<String> names(GraphAnswer answer) {
        return answer.body()
                .path("data")
                .valueStream()
                .flatMap(one -> one.has("username_suggestions")
                        ? one.path("username_suggestions").valueStream()
                        : Stream.of(one))
                .map(one ->
                        one.isTextual() ? one.asText() : one.path("username").asText(""))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private Uni<Void> done(GraphCall call) {
        return graph.call(call).map(GraphAnswer::orNotDone).replaceWithVoid();
    }

    private static String path(String phoneNumberId) {
        return GraphPath.of(phoneNumberId, "username").toString();
    }
}
