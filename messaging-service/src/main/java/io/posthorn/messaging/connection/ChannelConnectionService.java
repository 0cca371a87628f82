package io.posthorn.messaging.connection;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelProblems;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Opens a channel's credentials for neighbours. They name the workspace, so it is compared as if they were in it. */
@ApplicationScoped
public class ChannelConnectionService {
    private final TenantTransaction tenant;
    private final ChannelStore channels;
    private final ChannelSecrets secrets;

    ChannelConnectionService(TenantTransaction tenant, ChannelStore channels, ChannelSecrets secrets) {
        this.tenant = tenant;
        this.channels = channels;
        this.secrets = secrets;
    }

    public Uni<ChannelConnection> of(UUID workspaceId, UUID channelId) {
        return tenant.connection(workspaceId, connection -> channels.find(connection, workspaceId, channelId))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ChannelProblems.NOT_FOUND, "No channel " + channelId))
                .map(this::open);
    }

    /** Whose number that is, if it is this workspace's and on. */
    public Uni<ChannelOfNumber> ofNumber(UUID workspaceId, String phoneNumberId) {
        return tenant.connection(workspaceId, connection -> channels.ofNumbers(connection, List.of(phoneNumberId)))
                .map(found -> found.stream()
                        .filter(channel -> channel.workspaceId().equals(workspaceId)
                                && channel.status() != ChannelStatus.DISCONNECTED)
                        .findFirst()
                        .map(channel -> new ChannelOfNumber(channel.id(), phoneNumberId))
                        .orElseThrow(
                                () -> new ProblemException(ChannelProblems.NOT_FOUND, "No number " + phoneNumberId)));
    }

    private ChannelConnection open(Channel channel) {
        return switch (channel.status()) {
            case ACTIVE, DEGRADED, NEEDS_ATTENTION, CONNECTING ->
                new ChannelConnection(
                        channel.id(),
                        channel.phoneNumberId(),
                        channel.wabaId(),
                        secrets.credentials(channel).accessToken());
            case DISCONNECTED, EXPIRED ->
                throw new ProblemException(ChannelProblems.NOT_ACTIVE, "Channel %s is off".formatted(channel.id()));
        };
    }
}
