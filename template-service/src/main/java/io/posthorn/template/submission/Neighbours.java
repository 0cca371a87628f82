package io.posthorn.template.submission;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a submission needs of other services; their refusals become ours. */
@ApplicationScoped
class Neighbours {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ConnectionClient connections;
    private final HeaderHandleClient handles;

    Neighbours(@RestClient ConnectionClient connections, @RestClient HeaderHandleClient handles) {
        this.connections = connections;
        this.handles = handles;
    }

    Uni<ChannelConnection> connection(UUID workspaceId, UUID channelId) {
        return connections.get(workspaceId, channelId).onFailure().transform(failure -> switch (status(failure)) {
            case 404 -> new ProblemException(SubmissionProblems.NO_CHANNEL, "No channel " + channelId);
            case 409 ->
                new ProblemException(SubmissionProblems.CHANNEL_OFF, "Connect channel %s again".formatted(channelId));
            default -> away(failure);
        });
    }

    /** Each file brought to Meta, one after the other. */
    Uni<Map<UUID, String>> headerHandles(UUID workspaceId, List<UUID> files, UUID channelId) {
        return Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUniAndConcatenate(
                        file -> headerHandle(workspaceId, file, channelId).map(handle -> Map.entry(file, handle)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<String> headerHandle(UUID workspaceId, UUID mediaId, UUID channelId) {
        return handles.upload(workspaceId, mediaId, new SubmitTemplateRequest(channelId))
                .map(HeaderHandle::handle)
                .onFailure()
                .transform(failure -> switch (status(failure)) {
                    case 404 -> image("media_not_found", "There is no such file");
                    case 400, 413, 415, 422 -> image("media_refused", "This file cannot be the example of a header");
                    default -> away(failure);
                });
    }

    private static ProblemException image(String code, String message) {
        return new ProblemException(
                SubmissionProblems.HEADER_IMAGE,
                "The header's image cannot be used",
                List.of(new Violation("/header/mediaId", code, message)));
    }

    private static ProblemException away(Throwable failure) {
        return new ProblemException(CommonProblems.UNAVAILABLE, "A part of Posthorn did not answer", failure)
                .retryAfter(SOON);
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
    }
}
