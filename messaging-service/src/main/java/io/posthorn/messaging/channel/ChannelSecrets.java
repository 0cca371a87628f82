package io.posthorn.messaging.channel;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.crypto.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals and opens the secrets of channels and Meta apps; each is bound to its row and field. */
@ApplicationScoped
public class ChannelSecrets {
    private final Envelope envelope;

    ChannelSecrets(Envelope envelope) {
        this.envelope = envelope;
    }

    public Credentials credentials(Channel channel) {
        return new Credentials(envelope.open(channel.sealedAccessToken(), accessToken(channel.id())));
    }

    public String openAppSecret(UUID appId, byte[] sealed) {
        return envelope.open(sealed, appSecret(appId));
    }

    public String openVerifyToken(UUID channelId, byte[] sealed) {
        return envelope.open(sealed, verifyToken(channelId));
    }

    public byte[] sealAccessToken(UUID channelId, String token) {
        return envelope.seal(token, accessToken(channelId));
    }

    public byte[] sealVerifyToken(UUID channelId, String token) {
        return envelope.seal(token, verifyToken(channelId));
    }

    public byte[] sealAppSecret(UUID appId, String secret) {
        return envelope.seal(secret, appSecret(appId));
    }

    public byte[] fingerprint(String appSecret) {
        return envelope.fingerprint(appSecret, "meta-app-secret");
    }

    private static String accessToken(UUID channelId) {
        return "channel/%s/access-token".formatted(channelId);
    }

    private static String verifyToken(UUID channelId) {
        return "channel/%s/verify-token".formatted(channelId);
    }

    private static String appSecret(UUID appId) {
        return "meta-app/%s/secret".formatted(appId);
    }
}
