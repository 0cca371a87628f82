package io.posthorn.media.provider;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.media.FetchedMedia;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Brings files from Meta: by id, through the channel to which they were sent. */
@ApplicationScoped
public class ProviderFiles {
    private final ChannelClient channels;
    private final CloudApi meta;

    ProviderFiles(ChannelClient channels, CloudApi meta) {
        this.channels = channels;
        this.meta = meta;
    }

    /** Fails, and leaves nothing behind, when the file has more bytes or others than Meta announced. */
    public Uni<FetchedMedia> fetch(UUID workspaceId, UUID channelId, String providerMediaId, Path target, long most) {
        return channels.connection(workspaceId, channelId).chain(connection -> meta.media()
                .read(connection.credentials(), providerMediaId, Optional.of(connection.phoneNumberId()))
                .chain(media -> meta.media().download(connection.credentials(), media, target, most)));
    }
}
