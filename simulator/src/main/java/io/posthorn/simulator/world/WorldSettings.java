package io.posthorn.simulator.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.Json;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be changed about a world while it runs.
 *
 * @param webhookUrl the app's default callback; null when there is none
 * @param verifyToken the app's verify token; null when the default callback need not prove itself
 * @param fetchLinks whether files that sends name by link are fetched; otherwise they are believed
 * @param captureLimit how many sends are remembered, the oldest go first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorldSettings(
        String webhookUrl,
        String verifyToken,
        StatusSettings statuses,
        WindowRule window,
        WebhookSettings webhooks,
        TemplateSettings templates,
        CustomerSettings customers,
        LimitSettings limits,
        boolean fetchLinks,
        int captureLimit) {
    static final WorldSettings USUAL = new WorldSettings(
            null,
            null,
            StatusSettings.USUAL,
            WindowRule.FAILS_LATER,
            WebhookSettings.USUAL,
            TemplateSettings.USUAL,
            CustomerSettings.USUAL,
            LimitSettings.USUAL,
            false,
            40_000);

    public WorldSettings {
        require("statuses", statuses);
        require("window", window);
        require("webhooks", webhooks);
        require("templates", templates);
        require("customers", customers);
        require("limits", limits);
        Check.between("captureLimit", captureLimit, 1, 1_000_000);
    }

    public Optional<String> defaultCallback() {
        return Optional.ofNullable(webhookUrl);
    }

    WorldSettings patched(ObjectNode patch) {
        ObjectNode merged = Json.MAPPER.valueToTree(this);
        Json.merge(merged, patch);
        return ControlRequest.as(WorldSettings.class, merged);
    }

    /** True when the callback has to prove itself before these settings replace the old ones. */
    boolean needHandshake(WorldSettings old) {
        var changed = !Objects.equals(webhookUrl, old.webhookUrl) || !Objects.equals(verifyToken, old.verifyToken);
        return changed && webhookUrl != null && verifyToken != null;
    }

    private static void require(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " cannot be removed");
        }
    }
}
