package io.posthorn.cloudapi.media;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Optional;

/** Files in messages. What we upload lives for 30 days, what customers send for 7: fetch it at once. */
public class MediaApi {
    private final GraphClient graph;
    private final MediaHosts hosts;

    public MediaApi(GraphClient graph) {
        this.graph = graph;
        this.hosts = new MediaHosts(graph.config().baseUrl());
    }

    /** Uploads a file for one number; answers the id by which messages name it. Nobody sees an upload: it may be repeated. */
    public Uni<String> upload(Credentials credentials, String phoneNumberId, OutgoingFile file) {
        var form = FileBody.form(graph.vertx().getDelegate(), file);
        var path = GraphPath.of(phoneNumberId, "media").toString();
        return graph.call(
                        GraphCall.post("media_upload", path, credentials, form).ofNumber(phoneNumberId))
                .map(answer -> answer.text("id"));
    }

    /** With the number, Meta answers only if the file belongs to it. */
    public Uni<StoredMedia> read(Credentials credentials, String mediaId, Optional<String> phoneNumberId) {
        return graph.call(GraphCall.get("media_read", path(mediaId, phoneNumberId), credentials))
                .map(answer -> answer.orUnclear(StoredMedia.of(answer.body())));
    }

    /**
     * Fetches the bytes to a file of ours. Fails, and leaves nothing behind, when they are too many, when they are not those
     * that Meta announced, or when the address is not Meta's: the token goes nowhere else.
     */
    public Uni<FetchedMedia> download(Credentials credentials, StoredMedia media, Path target, long most) {
        if (!hosts.trusts(media.url())) {
            return Uni.createFrom().failure(CloudApiException.unsendable("The file's address is not one of Meta's"));
        }
        var download = new Download(graph.vertx().getDelegate(), target, most);
        return graph.fetch(
                        "media_download",
                        media.url(),
                        credentials,
                        graph.config().timeout(),
                        response -> download.from(response.getDelegate()))
                .call(fetched -> checked(media, fetched));
    }

    public Uni<Void> delete(Credentials credentials, String mediaId, Optional<String> phoneNumberId) {
        return graph.call(GraphCall.delete("media_delete", path(mediaId, phoneNumberId), credentials))
                .map(GraphAnswer::orNotDone)
                .replaceWithVoid();
    }

    private Uni<Void> checked(StoredMedia media, FetchedMedia fetched) {
        return media.sha256()
                        .filter(announced -> !announced.equals(fetched.sha256()))
                        .isEmpty()
                ? Uni.createFrom().voidItem()
                : graph.vertx().fileSystem().delete(fetched.path().toString()).chain(() -> Uni.createFrom()
                        .failure(CloudApiException.noAnswer(200)));
    }

    private static String path(String mediaId, Optional<String> phoneNumberId) {
        return GraphPath.of(mediaId).with("phone_number_id", phoneNumberId).toString();
    }
}
