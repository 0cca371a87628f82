package io.posthorn.messaging.connecting;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.posthorn.messaging.channel.ChannelProblems;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelService;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelView;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives a number a token that works, and its webhooks; what waited for it goes on. */
@ApplicationScoped
public class ReconnectService {
    private static final String UNIQUE = "23505";

    private final TenantTransaction tenant;
    private final ChannelChanges changes;
    private final ChannelSecrets secrets;
    private final ChannelService channels;
    private final ConnectingService connecting;
    private final CloudApi meta;

    ReconnectService(
            TenantTransaction tenant,
            ChannelChanges changes,
            ChannelSecrets secrets,
            ChannelService channels,
            ConnectingService connecting,
            CloudApi meta) {
        this.tenant = tenant;
        this.changes = changes;
        this.secrets = secrets;
        this.channels = channels;
        this.connecting = connecting;
        this.meta = meta;
    }

    public Uni<ChannelView> reconnect(UUID id, ReconnectChannelRequest request) {
        var credentials = new Credentials(request.accessToken());
        return channels.find(id)
                .call(channel -> meta.phoneNumber(credentials, channel.phoneNumberId())
                        .onFailure(CloudApiException.class)
                        .transform(ConnectingService::notVerified))
                .chain(channel -> channel.status() == ChannelStatus.DISCONNECTED
                        ? renew(channel, request).chain(() -> connecting.resume(channel.id(), credentials))
                        : connecting.subscribe(channel, credentials).chain(() -> renew(channel, request)))
                .chain(() -> channels.get(id));
    }

    /** Another channel, anywhere on the installation, may have the number meanwhile. */
    private Uni<Void> renew(Channel channel, ReconnectChannelRequest request) {
        var sealed = secrets.sealAccessToken(channel.id(), request.accessToken());
        return tenant.connection(connection -> changes.renewed(connection, channel, sealed))
                .onFailure(failure -> failure instanceof PgException refusal && UNIQUE.equals(refusal.getSqlState()))
                .transform(taken ->
                        new ProblemException(ChannelProblems.NUMBER_TAKEN, "This number is connected elsewhere"))
                .invoke(renewed -> {
                    if (!renewed) {
                        throw new ProblemException(ChannelProblems.NOT_ACTIVE, "The number's state has just changed");
                    }
                })
                .replaceWithVoid();
    }
}
