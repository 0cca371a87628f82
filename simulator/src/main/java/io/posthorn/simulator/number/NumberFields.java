package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.webhook.Subscriptions;
import io.posthorn.simulator.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Set;

/** The fields of a phone number; {@code id} always comes along. */
final class NumberFields {
    private static final Set<String> USUAL = Set.of(
            "display_phone_number",
            "verified_name",
            "quality_rating",
            "code_verification_status",
            "platform_type",
            "throughput",
            "webhook_configuration");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private NumberFields() {}

    static ObjectNode read(World world, BusinessNumber number, Set<String> asked) {
        var wanted = asked.isEmpty() ? USUAL : asked;
        var all = all(world, number);
        if (wanted.contains("health_status")) {
            all.set("health_status", Health.ofNumber(world, number));
        }
        return Fields.select(all, wanted);
    }

    static ObjectNode all(World world, BusinessNumber number) {
        var state = Numbers.of(world).of(number);
        synchronized (state) {
            return all(world, number, state);
        }
    }

    private static ObjectNode all(World world, BusinessNumber number, NumberState state) {
        var traits = state.traits();
        var registration = state.registration();
        var fields = Json.object()
                .put("verified_name", number.verifiedName())
                .put(
                        "code_verification_status",
                        state.verification()
                                .status(registration.isActive(), world.clock().millis()))
                .put("display_phone_number", number.display())
                .put("quality_rating", registration.onboardedAt() < 0 ? "UNKNOWN" : traits.qualityRating())
                .put("status", status(state))
                .put("name_status", traits.nameStatus())
                .put("new_name_status", traits.newNameStatus())
                .put("platform_type", registration.isActive() ? "CLOUD_API" : "NOT_APPLICABLE")
                .put("account_mode", traits.accountMode())
                .put("is_official_business_account", traits.officialBusinessAccount())
                .put("is_pin_enabled", registration.hasPin())
                .put("certificate", certificate(number))
                .put("whatsapp_business_manager_messaging_limit", traits.messagingLimit())
                .put("messaging_limit_tier", traits.messagingLimit());
        fields.putObject("throughput").put("level", registration.isActive() ? traits.throughput() : "NOT_APPLICABLE");
        fields.set("webhook_configuration", callbacks(world, number));
        if (registration.onboardedAt() >= 0) {
            fields.put("last_onboarded_time", TIME.format(Instant.ofEpochMilli(registration.onboardedAt())));
        } else {
            fields.putNull("last_onboarded_time");
        }
        state.username().ifPresentOrElse(name -> fields.put("username", name), () -> fields.putNull("username"));
        return fields.putNull("health_status").put("id", number.id());
    }

    private static String status(NumberState state) {
        if (state.traits().status() != null) {
            return state.traits().status();
        }
        if (state.registration().isActive()) {
            return "CONNECTED";
        }
        return state.registration().onboardedAt() < 0 ? "PENDING" : "DISCONNECTED";
    }

    private static String certificate(BusinessNumber number) {
        return Base64.getEncoder().encodeToString(("certificate of " + number.digits()).getBytes());
    }

    /** As the app sees them that the world began with. */
    private static ObjectNode callbacks(World world, BusinessNumber number) {
        var callbacks = Json.object();
        var appId = world.identity().appId();
        var subscriptions = Subscriptions.of(world);
        subscriptions.ofNumber(appId, number.id()).ifPresent(url -> callbacks.put("phone_number", url));
        subscriptions
                .override(appId, number.wabaId())
                .ifPresent(url -> callbacks.put("whatsapp_business_account", url));
        subscriptions.callback(world, appId).ifPresent(url -> callbacks.put("application", url));
        return callbacks;
    }
}
