package io.posthorn.cloudapi.client;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.util.regex.Pattern;

/** How files travel to Meta. Nobody sees an upload, so one that got no answer may be repeated. */
class Uploads {
    private static final Pattern SESSION = Pattern.compile("upload:[A-Za-z0-9._~%:=&?+/-]{1,4000}");

    private final GraphClient graph;

    Uploads(GraphClient graph) {
        this.graph = graph;
    }

    Uni<String> media(Credentials credentials, String phoneNumber, OutgoingFile file) {
        var form = FileBody.form(graph.vertx().getDelegate(), file);
        return graph.send(HttpMethod.POST, phoneNumber + "/media", credentials, form)
                .map(answer -> answer.text("id"));
    }

    /** An interrupted upload goes on once, from where Meta says that it stopped. */
    Uni<String> example(Credentials credentials, String app, OutgoingFile file) {
        var path = "%s/uploads?file_name=%s&file_length=%d&file_type=%s"
                .formatted(app, file.name(), file.size(), CloudApi.segment(file.mimeType()));
        return graph.call(HttpMethod.POST, path, credentials, null)
                .map(Uploads::session)
                .chain(session -> upload(credentials, session, file, 0)
                        .onFailure(Uploads::wasInterrupted)
                        .recoverWithUni(() -> offset(credentials, session)
                                .chain(offset -> upload(credentials, session, file, offset))));
    }

    private Uni<String> upload(Credentials credentials, String session, OutgoingFile file, long offset) {
        var bytes = FileBody.raw(graph.vertx().getDelegate(), file, offset);
        return graph.send(HttpMethod.POST, session, credentials, bytes).map(answer -> answer.text("h"));
    }

    private Uni<Long> offset(Credentials credentials, String session) {
        return graph.call(HttpMethod.GET, session, credentials, null)
                .map(answer -> answer.body().path("file_offset").asLong());
    }

    /** It becomes a part of an address, so it has to look like one. */
    private static String session(GraphAnswer answer) {
        var session = answer.text("id");
        if (!SESSION.matcher(session).matches()) {
            throw CloudApiException.noAnswer(answer.httpStatus());
        }
        return session;
    }

    private static boolean wasInterrupted(Throwable failure) {
        return failure instanceof CloudApiException lost && lost.kind() != Kind.REFUSED;
    }
}
