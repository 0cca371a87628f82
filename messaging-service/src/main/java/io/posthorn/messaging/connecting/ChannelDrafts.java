package io.posthorn.messaging.connecting;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.number.PhoneNumber;
import io.posthorn.kit.Ids;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.meta.NewMetaApp;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/** Makes channels of requests, with their secrets sealed. */
@ApplicationScoped
class ChannelDrafts {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChannelSecrets secrets;
    private final Clock clock;

    ChannelDrafts(ChannelSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    NewMetaApp app(UUID workspaceId, ConnectChannelRequest request) {
        var id = Ids.next();
        return new NewMetaApp(
                workspaceId,
                id,
                random(),
                secrets.fingerprint(request.appSecret()),
                secrets.sealAppSecret(id, request.appSecret()));
    }

    Channel channel(UUID workspaceId, UUID appId, ConnectChannelRequest request, PhoneNumber number) {
        var id = Ids.next();
        var verifyToken = request.verifyToken() == null ? random() : request.verifyToken();
        return new Channel(
                workspaceId,
                id,
                request.name(),
                request.phoneNumberId(),
                request.wabaId(),
                request.portfolioId(),
                number.displayPhoneNumber(),
                number.verifiedName(),
                appId,
                null,
                secrets.sealAccessToken(id, request.accessToken()),
                secrets.sealVerifyToken(id, verifyToken),
                ChannelStatus.CONNECTING,
                null,
                clock.instant(),
                clock.instant(),
                0);
    }

    Credentials credentials(Channel channel) {
        return secrets.credentials(channel);
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
