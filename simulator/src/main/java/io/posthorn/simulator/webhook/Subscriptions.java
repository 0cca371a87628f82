package io.posthorn.simulator.webhook;

import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which apps hear of which accounts, of which fields, and where. */
public final class Subscriptions {
    private record Pair(String appId, String objectId) {}

    /** An app's own callback, which stands in for the one of the world's settings, and the fields that it takes. */
    public record AppCallback(String url, Set<String> fields) {}

    private final Map<String, Map<String, Optional<String>>> byAccount = new ConcurrentHashMap<>();
    private final Map<Pair, String> ofNumbers = new ConcurrentHashMap<>();
    private final Map<String, AppCallback> ofApps = new ConcurrentHashMap<>();

    private Subscriptions() {}

    public static Subscriptions of(World world) {
        return world.part(Subscriptions.class, Subscriptions::new);
    }

    public boolean isActive(String appId, String wabaId) {
        return byAccount.getOrDefault(wabaId, Map.of()).containsKey(appId);
    }

    /** The apps that are subscribed to the account. */
    public List<String> apps(String wabaId) {
        return List.copyOf(byAccount.getOrDefault(wabaId, Map.of()).keySet());
    }

    public Optional<String> override(String appId, String wabaId) {
        return byAccount.getOrDefault(wabaId, Map.of()).getOrDefault(appId, Optional.empty());
    }

    /** Subscribes; without an override the app's callback is used from now on. */
    public void subscribe(String appId, String wabaId, Optional<String> override) {
        byAccount
                .computeIfAbsent(wabaId, ignored -> new ConcurrentSkipListMap<>())
                .put(appId, override);
    }

    public void cancel(String appId, String wabaId) {
        Optional.ofNullable(byAccount.get(wabaId)).ifPresent(apps -> apps.remove(appId));
    }

    /** A number's own URL, which beats all others. */
    public Optional<String> ofNumber(String appId, String phoneNumberId) {
        return Optional.ofNullable(ofNumbers.get(new Pair(appId, phoneNumberId)));
    }

    /** Nothing removes the number's own URL. */
    public void callNumber(String appId, String phoneNumberId, Optional<String> url) {
        var key = new Pair(appId, phoneNumberId);
        url.ifPresentOrElse(address -> ofNumbers.put(key, address), () -> ofNumbers.remove(key));
    }

    public Optional<AppCallback> ofApp(String appId) {
        return Optional.ofNullable(ofApps.get(appId));
    }

    public void callApp(String appId, AppCallback callback) {
        ofApps.put(appId, callback);
    }

    public void forgetApp(String appId) {
        ofApps.remove(appId);
    }

    /** The app's default callback. */
    public Optional<String> callback(World world, String appId) {
        var ofWorld =
                appId.equals(world.identity().appId()) ? world.settings().defaultCallback() : Optional.<String>empty();
        return ofApp(appId).map(AppCallback::url).or(() -> ofWorld);
    }

    /** True for all fields until the app chooses some. */
    boolean takes(String appId, String field) {
        var chosen = ofApps.get(appId);
        return chosen == null || chosen.fields().contains(field);
    }
}
