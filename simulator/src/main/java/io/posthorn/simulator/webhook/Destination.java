package io.posthorn.simulator.webhook;

import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.WebhookForm;
import io.posthorn.simulator.world.World;
import java.util.Optional;
import java.util.Set;

/**
 * To whom an update is told: one app, about one account. The URL is looked up when it is posted, for it may change.
 *
 * @param phoneNumberId the number, when it has a URL of its own; else an empty text
 * @param overridable true for fields that overrides apply to; the others go to the app's default callback
 * @param management true for what is not about messages; such entries tell the time
 */
record Destination(String appId, String wabaId, String phoneNumberId, boolean overridable, boolean management) {
    private static final Set<String> OVERRIDABLE_SINCE_2026 = Set.of(
            "user_preferences",
            "calls",
            "history",
            "smb_app_state_sync",
            "smb_message_echoes",
            "group_lifecycle_update",
            "group_participants_update",
            "group_settings_update",
            "group_status_update");

    static Destination of(World world, String appId, Update update) {
        var isModern = world.settings().webhooks().form() == WebhookForm.OF_2026;
        var overridable = !update.isManagement() || isModern && OVERRIDABLE_SINCE_2026.contains(update.field());
        var hasOwn = overridable
                && Subscriptions.of(world)
                        .ofNumber(appId, update.phoneNumberId())
                        .isPresent();
        return new Destination(
                appId,
                account(world, update),
                hasOwn ? update.phoneNumberId() : "",
                overridable,
                update.isManagement());
    }

    /** Where the world's first app hears about messages of its first number. */
    static Destination usual(World world) {
        var identity = world.identity();
        return new Destination(
                identity.appId(), identity.wabaId(), world.number().id(), true, false);
    }

    static String account(World world, Update update) {
        if (!update.wabaId().isEmpty()) {
            return update.wabaId();
        }
        return world.directory()
                .number(update.phoneNumberId())
                .map(BusinessNumber::wabaId)
                .orElse(world.identity().wabaId());
    }

    /** Where it goes while the app is subscribed. */
    Optional<String> url(World world) {
        return Subscriptions.of(world).isActive(appId, wabaId) ? address(world) : Optional.empty();
    }

    /** Where it would go: a number's own URL beats the account's, which beats the app's. */
    Optional<String> address(World world) {
        var subscriptions = Subscriptions.of(world);
        return Optional.of(subscriptions)
                .filter(ignored -> overridable)
                .flatMap(all -> all.ofNumber(appId, phoneNumberId).or(() -> all.override(appId, wabaId)))
                .or(() -> subscriptions.callback(world, appId));
    }

    String secret(World world) {
        return world.directory()
                .app(appId)
                .map(App::secret)
                .orElse(world.identity().appSecret());
    }
}
