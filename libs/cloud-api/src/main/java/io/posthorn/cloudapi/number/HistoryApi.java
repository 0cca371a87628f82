package io.posthorn.cloudapi.number;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.graph.Page;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Repairs what webhooks did not tell, for messages whose wamid is known; it cannot find out whether a call arrived. */
public class HistoryApi {
    private static final String FIELDS =
            "id,message_id,events{id,delivery_status,timestamp,webhook_update_state,error_description}";

    private final GraphClient graph;

    public HistoryApi(GraphClient graph) {
        this.graph = graph;
    }

    public Uni<Optional<MessageHistory>> of(Credentials credentials, String phoneNumberId, String wamid) {
        var path = GraphPath.of(phoneNumberId, "message_history")
                .with("message_id", wamid)
                .with("fields", FIELDS);
        return graph.call(GraphCall.get("message_history", path.toString(), credentials))
                .map(answer -> Page.of(answer, MessageHistory::of).items())
                .map(found -> matching(found, wamid));
    }

    private static Optional<MessageHistory> matching(List<MessageHistory> found, String wamid) {
        return found.stream().filter(one -> one.wamid().equals(wamid)).findFirst();
    }
}
