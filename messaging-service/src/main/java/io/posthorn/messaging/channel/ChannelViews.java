package io.posthorn.messaging.channel;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes views of channels, with their webhook addresses spelled out. */
@ApplicationScoped
public class ChannelViews {
    private final ChannelSecrets secrets;
    private final String webhookUrl;

    ChannelViews(ChannelSecrets secrets, @ConfigProperty(name = "posthorn.public-url") String publicUrl) {
        this.secrets = secrets;
        this.webhookUrl = publicUrl + "/webhooks/whatsapp/";
    }

    public ChannelView of(Channel channel) {
        return new ChannelView(
                channel.id(),
                channel.name(),
                channel.phoneNumberId(),
                channel.wabaId(),
                channel.portfolioId(),
                channel.displayPhoneNumber(),
                channel.verifiedName(),
                channel.status(),
                channel.statusReason(),
                channel.statusSince(),
                new ChannelView.Webhook(
                        webhookUrl + channel.appKey(),
                        secrets.openVerifyToken(channel.id(), channel.sealedVerifyToken())),
                channel.createdAt());
    }
}
