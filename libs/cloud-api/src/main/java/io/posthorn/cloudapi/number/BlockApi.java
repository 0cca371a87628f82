package io.posthorn.cloudapi.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.graph.Page;
import io.posthorn.cloudapi.part.Json;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Customers whose messages a number does not take. Only those who wrote in the last 24 hours can be put there. */
public class BlockApi {
    private static final int PAGE = 100;
    private static final int DONE_IN_PART = 139100;

    /**
     * Whom Meta blocked or unblocked, and whom not.
     *
     * @param done WhatsApp ids
     * @param failed as they were written, with Meta's code
     */
    public record Result(List<String> done, Map<String, Integer> failed) {
        @Override
        public String toString() {
            return "Result[%d done, %d failed]".formatted(done.size(), failed.size());
        }
    }

    private final GraphClient graph;

    public BlockApi(GraphClient graph) {
        this.graph = graph;
    }

    public Uni<Result> block(Credentials credentials, String phoneNumberId, Collection<String> users) {
        var call = GraphCall.post("block", path(phoneNumberId).toString(), credentials, body(users));
        return graph.call(call.harmlessTwice().partlyWith(DONE_IN_PART)).map(answer -> result(answer, "added_users"));
    }

    public Uni<Result> unblock(Credentials credentials, String phoneNumberId, Collection<String> users) {
        var call = GraphCall.delete("unblock", path(phoneNumberId).toString(), credentials)
                .with(body(users));
        return graph.call(call.harmlessTwice().partlyWith(DONE_IN_PART)).map(answer -> result(answer, "removed_users"));
    }

    public Uni<Page<String>> list(Credentials credentials, String phoneNumberId, Optional<String> cursor) {
        var path = path(phoneNumberId).with("limit", Integer.toString(PAGE)).with("after", cursor);
        return graph.call(GraphCall.get("block_list", path.toString(), credentials))
                .map(answer -> Page.of(answer, BlockApi::waId));
    }

    private static GraphPath path(String phoneNumberId) {
        return GraphPath.of(phoneNumberId, "block_users");
    }

    private static ObjectNode body(Collection<String> users) {
        return Json.set(
                Json.object().put("messaging_product", "whatsapp"),
                "block_users",
                Json.array(users, user -> Json.object().put("user", user)));
    }

    private static Result result(GraphAnswer answer, String field) {
        var users = answer.body().path("block_users");
        var failed = users.path("failed_users")
                .valueStream()
                .collect(Collectors.toMap(
                        user -> user.path("input").asText(""),
                        user -> user.path("errors").path(0).path("code").asInt(0),
                        (one, other) -> one));
        return new Result(
                users.path(field)
                        .valueStream()
                        .flatMap(user -> waId(user).stream())
                        .toList(),
                failed);
    }

    private static Optional<String> waId(JsonNode user) {
        return Optional.of(user.path("wa_id").asText(user.path("input").asText("")))
                .filter(id -> !id.isBlank());
    }
}
