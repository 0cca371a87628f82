package io.posthorn.messaging.connecting;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.channel.ChannelProblems;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelService;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.channel.ChannelView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives a number that needs attention a token that works; what waited for it goes on. */
@ApplicationScoped
public class ReconnectService {
    private final TenantTransaction tenant;
    private final ChannelStore store;
    private final ChannelSecrets secrets;
    private final ChannelService channels;
    private final CloudApi meta;
    private final CurrentCaller caller;

    ReconnectService(
            TenantTransaction tenant,
            ChannelStore store,
            ChannelSecrets secrets,
            ChannelService channels,
            CloudApi meta,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.store = store;
        this.secrets = secrets;
        this.channels = channels;
        this.meta = meta;
        this.caller = caller;
    }

    public Uni<ChannelView> reconnect(UUID id, ReconnectChannelRequest request) {
        return channels.get(id)
                .call(channel -> meta.phoneNumber(new Credentials(request.accessToken()), channel.phoneNumberId())
                        .onFailure(CloudApiException.class)
                        .transform(ConnectingService::notVerified))
                .chain(channel -> renew(id, request))
                .chain(renewed -> channels.get(id));
    }

    private Uni<Void> renew(UUID id, ReconnectChannelRequest request) {
        var workspace = caller.get().workspaceId();
        var sealed = secrets.sealAccessToken(id, request.accessToken());
        return tenant.connection(connection -> store.renew(connection, workspace, id, sealed))
                .invoke(renewed -> {
                    if (!renewed) {
                        throw new ProblemException(ChannelProblems.NOT_ACTIVE, "Connect this number anew");
                    }
                })
                .replaceWithVoid();
    }
}
