package io.posthorn.simulator.media;

import io.posthorn.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The resumable uploads of one world and the handles they end in. The oldest are forgotten first. */
public final class UploadSessions {
    private static final int MOST_SESSIONS = 200;
    private static final int MOST_HANDLES = 10_000;
    private static final int MOST_LINES = 10;
    private static final int FIRST_DIGIT = 9;

    private final World world;
    private final Map<String, UploadSession> sessions = new LinkedHashMap<>();
    private final Map<String, String> mimeTypes = new LinkedHashMap<>();

    private UploadSessions(World world) {
        this.world = world;
    }

    public static UploadSessions of(World world) {
        return world.part(UploadSessions.class, () -> new UploadSessions(world));
    }

    /** What kind of file a handle stands for; nothing when it is not known. */
    public synchronized Optional<String> mimeTypeOf(String handle) {
        return Optional.ofNullable(mimeTypes.get(handle));
    }

    synchronized UploadSession begin(String mimeType, int length) {
        var number = world.nextObjectId(FIRST_DIGIT);
        var id = "upload:" + base64("attachment:" + number);
        var session = new UploadSession(id, "AR" + base64(world.dice().digits(24, "upload", number)), mimeType, length);
        sessions.put(id, session);
        forgetOldest(sessions, MOST_SESSIONS);
        return session;
    }

    synchronized Optional<UploadSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Ends the session; its bytes have done their duty. The handle has a line for each piece that was sent. */
    synchronized String complete(UploadSession session, String appId) {
        sessions.remove(session.id());
        var handle = IntStream.range(0, Math.min(session.pieces(), MOST_LINES))
                .mapToObj(piece -> line(session, appId, piece))
                .collect(Collectors.joining("\n"));
        mimeTypes.put(handle, session.mimeType());
        forgetOldest(mimeTypes, MOST_HANDLES);
        return handle;
    }

    private String line(UploadSession session, String appId, int piece) {
        var proof = base64(world.dice().digits(30, "handle", session.id() + piece));
        var end = world.clock().millis() / 1000 + 30L * 24 * 3600;
        return "4::%s:%s:e:%d:%s:0:AR".formatted(base64(session.mimeType()), proof, end, appId);
    }

    synchronized long bytes() {
        return sessions.values().stream().mapToLong(UploadSession::offset).sum();
    }

    private static <T> void forgetOldest(Map<String, T> items, int most) {
        if (items.size() > most) {
            items.remove(items.keySet().iterator().next());
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
