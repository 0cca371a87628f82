package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphError;
import java.util.Map;
import java.util.Set;

/** The settings of a number, as {@code /settings} reads and changes them. */
final class NumberSettings {
    private static final int LONGEST_GROUP = 16 * 1024;
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "user_identity_change", Set.of("enable_identity_key_check", "enabled"),
            "calling",
                    Set.of(
                            "status",
                            "call_icon_visibility",
                            "call_icons",
                            "call_hours",
                            "callback_permission_status",
                            "srtp_key_exchange_protocol",
                            "sip",
                            "video"),
            "payload_encryption", Set.of("status", "client_encryption_key"),
            "storage_configuration", Set.of("status", "enabled", "region", "data_localization_region"));

    private NumberSettings() {}

    static ObjectNode usual() {
        var settings = Json.object();
        settings.putObject("user_identity_change").put("enable_identity_key_check", false);
        settings.putObject("calling").put("status", "DISABLED");
        settings.putObject("payload_encryption").put("status", "DISABLED");
        settings.putObject("storage_configuration").put("status", "DEFAULT");
        return settings;
    }

    /** What a call wants changed; at least one group, and nothing that is not known. */
    static ObjectNode patch(ObjectNode parameters) {
        var patch = Json.object();
        GROUPS.forEach((group, names) -> {
            var wish = parameters.path(group);
            if (!wish.isMissingNode()) {
                patch.set(group, check(group, wish, names));
            }
        });
        if (patch.isEmpty()) {
            throw GraphError.of(100, "One feature setting must be specified").failure();
        }
        return patch;
    }

    private static JsonNode check(String group, JsonNode wish, Set<String> names) {
        if (!wish.isObject() || wish.toString().length() > LONGEST_GROUP) {
            throw refused(group);
        }
        wish.properties().forEach(property -> {
            if (!names.contains(property.getKey())) {
                throw refused("%s.%s".formatted(group, property.getKey()));
            }
        });
        var status = wish.path("status");
        if (!status.isMissingNode()
                && !status.asText().matches("(?i)enabled|disabled|default|in_country_storage_enabled")) {
            throw refused(group + ".status");
        }
        return group.equals("user_identity_change") ? identityChange(wish) : wish;
    }

    private static JsonNode identityChange(JsonNode wish) {
        var check = wish.has("enabled") ? wish.get("enabled") : wish.path("enable_identity_key_check");
        if (!check.isBoolean()) {
            throw refused("user_identity_change.enable_identity_key_check");
        }
        return Json.object().put("enable_identity_key_check", check.booleanValue());
    }

    private static RuntimeException refused(String path) {
        return GraphError.of(100, "Param %s is not valid.".formatted(path)).failure();
    }
}
