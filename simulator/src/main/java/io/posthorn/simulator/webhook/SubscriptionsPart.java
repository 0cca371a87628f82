package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.webhook.Subscriptions.AppCallback;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Which apps hear of what, and where. What was on its way is lost. */
@ApplicationScoped
class SubscriptionsPart implements SnapshotPart {
    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public JsonNode write(World world) {
        var memory = Json.object();
        world.directory().apps().forEach(app -> memory.set(app.id(), write(world, app.id())));
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        memory.properties().forEach(entry -> read(Subscriptions.of(world), entry.getKey(), entry.getValue()));
    }

    private static ObjectNode write(World world, String appId) {
        var subscriptions = Subscriptions.of(world);
        var memory = Json.object();
        var accounts = memory.putObject("accounts");
        var numbers = memory.putObject("numbers");
        world.directory().accounts().stream()
                .filter(account -> subscriptions.isActive(appId, account.id()))
                .forEach(account -> accounts.put(
                        account.id(),
                        subscriptions.override(appId, account.id()).orElse("")));
        world.directory().numbers().forEach(number -> subscriptions
                .ofNumber(appId, number.id())
                .ifPresent(url -> numbers.put(number.id(), url)));
        subscriptions.ofApp(appId).ifPresent(callback -> memory.set("app", Json.MAPPER.valueToTree(callback)));
        return memory;
    }

    private static void read(Subscriptions subscriptions, String appId, JsonNode memory) {
        memory.path("accounts")
                .properties()
                .forEach(account -> subscriptions.subscribe(
                        appId,
                        account.getKey(),
                        Optional.of(account.getValue().asText()).filter(url -> !url.isEmpty())));
        memory.path("numbers")
                .properties()
                .forEach(number -> subscriptions.callNumber(
                        appId, number.getKey(), Optional.of(number.getValue().asText())));
        if (memory.has("app")) {
            var fields = new LinkedHashSet<String>();
            memory.path("app").path("fields").forEach(field -> fields.add(field.asText()));
            subscriptions.callApp(
                    appId, new AppCallback(memory.path("app").path("url").asText(), fields));
        }
    }
}
