package io.posthorn.messaging.channel;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.number.PhoneNumber;
import io.posthorn.kit.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes channels of requests and views of channels, with their secrets sealed and their webhook addresses spelled out. */
@ApplicationScoped
class ChannelDrafts {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChannelSecrets secrets;
    private final String webhookUrl;
    private final Clock clock;

    ChannelDrafts(ChannelSecrets secrets, @ConfigProperty(name = "posthorn.public-url") String publicUrl, Clock clock) {
        this.secrets = secrets;
        this.webhookUrl = publicUrl + "/webhooks/whatsapp/";
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
                clock.instant(),
                0);
    }

    ChannelView view(Channel channel) {
        return new ChannelView(
                channel.id(),
                channel.name(),
                channel.phoneNumberId(),
                channel.wabaId(),
                channel.portfolioId(),
                channel.displayPhoneNumber(),
                channel.verifiedName(),
                channel.status(),
                new ChannelView.Webhook(
                        webhookUrl + channel.appKey(),
                        secrets.openVerifyToken(channel.id(), channel.sealedVerifyToken())),
                channel.createdAt());
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
