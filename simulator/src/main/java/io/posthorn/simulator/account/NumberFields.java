package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.webhook.Subscription;
import io.posthorn.simulator.world.World;
import java.util.Set;

/** The fields of a phone number; {@code id} always comes along. */
final class NumberFields {
    private static final Set<String> USUAL = Set.of("display_phone_number", "verified_name", "quality_rating");

    private NumberFields() {}

    static ObjectNode read(World world, Set<String> asked) {
        return Fields.select(all(world), asked.isEmpty() ? USUAL : asked);
    }

    private static ObjectNode all(World world) {
        var number = world.number();
        var fields = Json.object()
                .put("verified_name", number.verifiedName())
                .put("code_verification_status", "VERIFIED")
                .put("display_phone_number", number.display())
                .put("quality_rating", "GREEN")
                .put("status", "CONNECTED")
                .put("name_status", "APPROVED")
                .put("platform_type", "CLOUD_API")
                .put("account_mode", "LIVE")
                .put("is_official_business_account", false)
                .put("is_pin_enabled", true)
                .put("whatsapp_business_manager_messaging_limit", "TIER_2K");
        fields.putObject("throughput").put("level", "STANDARD");
        fields.set("webhook_configuration", callbacks(world));
        return fields.put("id", number.id());
    }

    private static ObjectNode callbacks(World world) {
        var callbacks = Json.object();
        Subscription.of(world).override().ifPresent(url -> callbacks.put("whatsapp_business_account", url));
        world.settings().defaultCallback().ifPresent(url -> callbacks.put("application", url));
        return callbacks;
    }
}
