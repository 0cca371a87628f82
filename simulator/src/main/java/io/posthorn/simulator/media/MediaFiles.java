package io.posthorn.simulator.media;

import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The media of one world. */
public final class MediaFiles {
    static final Duration LIFE_OF_UPLOADED = Duration.ofDays(30);
    static final Duration LIFE_OF_RECEIVED = Duration.ofDays(7);
    private static final int FIRST_DIGIT = 7;

    private final World world;
    private final Map<String, MediaFile> files = new LinkedHashMap<>();
    private long bytes;

    private MediaFiles(World world) {
        this.world = world;
    }

    public static MediaFiles of(World world) {
        return world.part(MediaFiles.class, () -> new MediaFiles(world));
    }

    /** The file, unless its time is over. */
    public synchronized Optional<MediaFile> find(String id) {
        return Optional.ofNullable(files.get(id)).filter(this::isAlive);
    }

    /** The file, if it belongs to that number and its time is not over. */
    public Optional<MediaFile> find(String id, String phoneNumberId) {
        return find(id).filter(file -> file.owner().equals(phoneNumberId));
    }

    synchronized MediaFile add(String owner, String mimeType, byte[] content, Duration life) {
        var expires = world.clock().millis() + life.toMillis();
        var file = MediaFile.of(world.nextObjectId(FIRST_DIGIT), owner, mimeType, content, expires);
        files.put(file.id(), file);
        bytes += content.length;
        return file;
    }

    synchronized List<MediaFile> all() {
        return files.values().stream().filter(this::isAlive).toList();
    }

    /** A file as it was before. */
    synchronized void recall(MediaFile file) {
        files.put(file.id(), file);
        bytes += file.bytes().length;
    }

    synchronized boolean remove(String id) {
        var file = files.remove(id);
        if (file != null) {
            bytes -= file.bytes().length;
        }
        return file != null;
    }

    synchronized void forgetExpired() {
        files.values().stream()
                .filter(file -> !isAlive(file))
                .map(MediaFile::id)
                .toList()
                .forEach(this::remove);
    }

    synchronized int count() {
        return files.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    private boolean isAlive(MediaFile file) {
        return world.clock().millis() < file.expiresMillis();
    }
}
