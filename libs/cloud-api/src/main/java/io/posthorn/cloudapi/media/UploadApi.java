package io.posthorn.cloudapi.media;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphBody;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.regex.Pattern;

/** Uploads that go on where they stopped; they make the handles that stand for examples in templates and profiles. */
public class UploadApi {
    private static final Pattern SESSION = Pattern.compile("upload:[A-Za-z0-9._~%:=&?+/-]{1,4000}");

    private final GraphClient graph;

    public UploadApi(GraphClient graph) {
        this.graph = graph;
    }

    /** Answers the handle. An interrupted upload goes on once, from where Meta says that it stopped. */
    public Uni<String> upload(Credentials credentials, String appId, OutgoingFile file) {
        var path = GraphPath.of(appId, "uploads")
                .with("file_name", file.name())
                .with("file_length", Long.toString(file.size()))
                .with("file_type", file.mimeType())
                .toString();
        return graph.call(GraphCall.post("upload_begin", path, credentials, GraphBody.NONE))
                .map(UploadApi::session)
                .chain(session -> send(credentials, session, file, 0)
                        .onFailure(UploadApi::wasInterrupted)
                        .recoverWithUni(() -> offset(credentials, session)
                                .chain(offset -> send(credentials, session, file, offset))));
    }

    private Uni<String> send(Credentials credentials, String session, OutgoingFile file, long offset) {
        var bytes = FileBody.raw(graph.vertx().getDelegate(), file, offset);
        return graph.call(GraphCall.post("upload_send", session, credentials, bytes))
                .map(answer -> answer.text("h"));
    }

    private Uni<Long> offset(Credentials credentials, String session) {
        return graph.call(GraphCall.get("upload_read", session, credentials))
                .map(answer -> answer.body().path("file_offset").asLong());
    }

    /** It becomes a part of an address, so it has to look like one. */
    private static String session(GraphAnswer answer) {
        var session = answer.text("id");
        return answer.orUnclear(
                Optional.of(session).filter(id -> SESSION.matcher(id).matches()));
    }

    private static boolean wasInterrupted(Throwable failure) {
        return failure instanceof CloudApiException lost && lost.kind() != Kind.REFUSED;
    }
}
