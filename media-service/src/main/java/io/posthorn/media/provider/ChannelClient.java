package io.posthorn.media.provider;

import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Borrows a channel's connection; messaging-service's refusals become ours. */
@ApplicationScoped
class ChannelClient {
    private final ConnectionClient connections;

    ChannelClient(@RestClient ConnectionClient connections) {
        this.connections = connections;
    }

    Uni<ChannelConnection> connection(UUID workspaceId, UUID channelId) {
        return connections
                .get(workspaceId, channelId)
                .onFailure(WebApplicationException.class)
                .transform(failure -> explained((WebApplicationException) failure, channelId));
    }

    private static Throwable explained(WebApplicationException failure, UUID channelId) {
        return switch (failure.getResponse().getStatus()) {
            case 404 -> new ProblemException(ProviderProblems.CHANNEL_NOT_FOUND, "No channel " + channelId);
            case 409 ->
                new ProblemException(ProviderProblems.CHANNEL_NOT_ACTIVE, "Channel %s is off".formatted(channelId));
            default -> failure;
        };
    }
}
