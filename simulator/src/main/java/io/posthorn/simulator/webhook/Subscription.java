package io.posthorn.simulator.webhook;

import io.posthorn.simulator.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the app receives the account's webhooks, and where; an override beats the app's default callback. */
public final class Subscription {
    private record State(boolean subscribed, Optional<String> override) {}

    private final Map<String, String> ofNumbers = new ConcurrentHashMap<>();
    private volatile State state = new State(false, Optional.empty());

    private Subscription() {}

    public static Subscription of(World world) {
        return world.part(Subscription.class, Subscription::new);
    }

    public boolean isActive() {
        return state.subscribed();
    }

    public Optional<String> override() {
        return state.override();
    }

    /** A number's own address, which beats all others. */
    public Optional<String> ofNumber(String phoneNumberId) {
        return Optional.ofNullable(ofNumbers.get(phoneNumberId));
    }

    /** Nothing removes the number's own address. */
    public void call(String phoneNumberId, Optional<String> url) {
        url.ifPresentOrElse(address -> ofNumbers.put(phoneNumberId, address), () -> ofNumbers.remove(phoneNumberId));
    }

    /** Subscribes; without an override the default callback is used from now on. */
    public void subscribe(Optional<String> override) {
        state = new State(true, override);
    }

    public void cancel() {
        state = new State(false, Optional.empty());
    }

    /** Where webhooks of the world go, subscribed or not; those of management never to an override. */
    static Optional<String> address(World world, boolean management) {
        var override = management ? Optional.<String>empty() : of(world).override();
        return override.or(world.settings()::defaultCallback);
    }

    /** Where webhooks of the world go now; nowhere without a subscription. */
    static Optional<String> target(World world, boolean management) {
        return of(world).isActive() ? address(world, management) : Optional.empty();
    }
}
