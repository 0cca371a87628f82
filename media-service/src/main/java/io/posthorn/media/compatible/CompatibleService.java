package io.posthorn.media.compatible;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.media.intake.Upload;
import io.posthorn.media.media.Media;
import io.posthorn.media.media.MediaContent;
import io.posthorn.media.media.MediaService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** Files as Meta's clients ask for them: by a number of the workspace, where they name one. */
@ApplicationScoped
public class CompatibleService {
    private final MediaService media;
    private final NumberClient numbers;
    private final CurrentCaller caller;

    CompatibleService(MediaService media, NumberClient numbers, CurrentCaller caller) {
        this.media = media;
        this.numbers = numbers;
        this.caller = caller;
    }

    /** Nothing of the file is read before the number is known to be the workspace's. */
    Uni<Media> store(String phoneNumberId, Supplier<Uni<Upload>> upload) {
        return requireOwn(phoneNumberId).chain(upload::get).chain(media::store);
    }

    /** {@code phoneNumberId} may be null. */
    Uni<Media> find(UUID id, String phoneNumberId) {
        return requireOwn(phoneNumberId).chain(() -> media.find(id));
    }

    Uni<MediaContent> findContent(UUID id) {
        return media.findContent(id);
    }

    /** {@code phoneNumberId} may be null. */
    Uni<Void> delete(UUID id, String phoneNumberId) {
        return requireOwn(phoneNumberId).chain(() -> media.delete(id));
    }

    private Uni<Void> requireOwn(String phoneNumberId) {
        return phoneNumberId == null
                ? Uni.createFrom().voidItem()
                : numbers.require(caller.get().workspaceId(), phoneNumberId);
    }
}
