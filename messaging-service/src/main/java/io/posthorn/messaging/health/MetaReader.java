package io.posthorn.messaging.health;

import io.posthorn.cloudapi.account.SubscribedApp;
import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.ErrorClass;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.number.NumberDetails;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Asks Meta about a number, for people who wait for the answer: what does not come soon is left out. */
@ApplicationScoped
class MetaReader {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CloudApi meta;
    private final ChannelSecrets secrets;
    private final ChannelViews views;

    MetaReader(CloudApi meta, ChannelSecrets secrets, ChannelViews views) {
        this.meta = meta;
        this.secrets = secrets;
        this.views = views;
    }

    /** Never fails. */
    Uni<MetaView> read(Channel channel) {
        var credentials = secrets.credentials(channel);
        var expected = views.of(channel).webhook().url();
        return Uni.combine()
                .all()
                .unis(meta.numbers().details(credentials, channel.phoneNumberId()), apps(credentials, channel))
                .asTuple()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answers -> view(expected, answers.getItem1(), answers.getItem2()))
                .onFailure(CloudApiException.class)
                .recoverWithItem(failure -> refused(expected, (CloudApiException) failure))
                .onFailure(TimeoutException.class)
                .recoverWithItem(() -> new MetaView(
                        "unknown", "Meta did not answer in time.", null, null, MetaView.Webhooks.unknown(expected)));
    }

    private Uni<List<SubscribedApp>> apps(Credentials credentials, Channel channel) {
        return meta.accounts().subscribedApps(credentials, channel.wabaId());
    }

    private static MetaView view(String expected, NumberDetails details, List<SubscribedApp> apps) {
        return new MetaView(
                "accepted",
                null,
                details.health().orElse(null),
                details.status().orElse(null),
                MetaView.Webhooks.of(expected, details, apps));
    }

    private static MetaView refused(String expected, CloudApiException failure) {
        return new MetaView(
                failure.errorClass() == ErrorClass.TOKEN ? "refused" : "unknown",
                "%s. %s".formatted(failure.getMessage(), failure.remedy()),
                null,
                null,
                MetaView.Webhooks.unknown(expected));
    }
}
