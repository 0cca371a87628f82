package io.posthorn.simulator.media;

import io.posthorn.simulator.world.MemoryGuard;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Takes files in, as long as there is room: for so many in a world, and so many bytes in all worlds together. */
@ApplicationScoped
public class MediaStore {
    private static final int MOST_FILES = 2000;
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 3;

    private final Worlds worlds;

    MediaStore(Worlds worlds) {
        this.worlds = worlds;
    }

    /** What a customer sends; nothing when there is no room. */
    public Optional<MediaFile> receive(World world, String mimeType, byte[] bytes) {
        return receive(world, world.number().id(), mimeType, bytes);
    }

    /** What a customer sends to that number; nothing when there is no room. */
    public Optional<MediaFile> receive(World world, String phoneNumberId, String mimeType, byte[] bytes) {
        return keep(world, phoneNumberId, mimeType, bytes, MediaFiles.LIFE_OF_RECEIVED);
    }

    /** What the business uploads; nothing when there is no room. */
    Optional<MediaFile> upload(World world, String phoneNumberId, String mimeType, byte[] bytes) {
        return keep(world, phoneNumberId, mimeType, bytes, MediaFiles.LIFE_OF_UPLOADED);
    }

    private Optional<MediaFile> keep(World world, String owner, String mimeType, byte[] bytes, Duration life) {
        var files = MediaFiles.of(world);
        files.forgetExpired();
        return files.count() < MOST_FILES && hasRoom(bytes.length)
                ? Optional.of(files.add(owner, mimeType, bytes, life))
                : Optional.empty();
    }

    /** True when so many more bytes do not hurt. */
    boolean hasRoom(long more) {
        return !MemoryGuard.isNearlyFull() && used() + more <= MOST_BYTES;
    }

    private long used() {
        return worlds.all().stream()
                .mapToLong(world ->
                        MediaFiles.of(world).bytes() + UploadSessions.of(world).bytes())
                .sum();
    }
}
