package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.webhook.UpdateWatcher;
import io.posthorn.simulator.world.World;
import java.util.Locale;

/** A status that a message reached, and whether the app has been told. */
public final class StatusEvent implements UpdateWatcher {
    private static final int DIGITS = 14;

    private final String status;
    private final long seconds;
    private volatile String webhookState = "PENDING";
    private volatile String webhookUrl = "";

    StatusEvent(String status, long seconds) {
        this.status = status.toUpperCase(Locale.ROOT);
        this.seconds = seconds;
    }

    public String status() {
        return status;
    }

    @Override
    public void told(String state, String url) {
        webhookState = state;
        webhookUrl = url;
    }

    /** As the history of messages shows it. */
    public ObjectNode inHistory(World world, String wamid) {
        var event = Json.object()
                .put("id", id(world, wamid))
                .put("delivery_status", status)
                .put("timestamp", seconds)
                .put("webhook_update_state", webhookState);
        event.putObject("application").put("id", world.identity().appId());
        if (!webhookUrl.isEmpty()) {
            event.put("webhook_uri", webhookUrl);
        }
        if (webhookState.equals("FAILED")) {
            event.put("error_description", "The webhook could not be delivered");
        }
        return event;
    }

    /** As the history of one message shows it. */
    public ObjectNode asNode(World world, String wamid) {
        var node = Json.object()
                .put("id", id(world, wamid))
                .put("delivery_status", status)
                .put("occurrence_timestamp", seconds)
                .put("status_timestamp", seconds);
        node.putObject("application").put("id", world.identity().appId()).put("name", "Simulated app");
        return node;
    }

    private String id(World world, String wamid) {
        return "2" + world.dice().digits(DIGITS, "event", wamid + status);
    }
}
