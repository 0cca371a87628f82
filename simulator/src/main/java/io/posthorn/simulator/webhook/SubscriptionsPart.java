package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.webhook.Subscriptions.AppCallback;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.TreeSet;

/** Who hears of what, and where. */
@ApplicationScoped
class SubscriptionsPart implements SnapshotPart {
    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public JsonNode write(World world) {
        var subscriptions = Subscriptions.of(world);
        var memory = Json.object();
        var accounts = memory.putArray("accounts");
        for (var account : world.directory().accounts()) {
            for (var app : subscriptions.apps(account.id())) {
                accounts.addObject()
                        .put("wabaId", account.id())
                        .put("appId", app)
                        .put("url", subscriptions.override(app, account.id()).orElse(null));
            }
        }
        var numbers = memory.putArray("numbers");
        var apps = memory.putArray("apps");
        for (var app : world.directory().apps()) {
            for (var number : world.directory().numbers()) {
                subscriptions.ofNumber(app.id(), number.id()).ifPresent(url -> numbers.addObject()
                        .put("phoneNumberId", number.id())
                        .put("appId", app.id())
                        .put("url", url));
            }
            subscriptions.ofApp(app.id()).ifPresent(callback -> apps.addObject()
                    .put("appId", app.id())
                    .put("url", callback.url())
                    .set("fields", Json.MAPPER.valueToTree(callback.fields())));
        }
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        var subscriptions = Subscriptions.of(world);
        memory.path("accounts")
                .forEach(each -> subscriptions.subscribe(
                        text(each, "appId"), text(each, "wabaId"), Optional.ofNullable(text(each, "url"))));
        memory.path("numbers")
                .forEach(each -> subscriptions.callNumber(
                        text(each, "appId"), text(each, "phoneNumberId"), Optional.ofNullable(text(each, "url"))));
        memory.path("apps").forEach(each -> {
            var fields = new TreeSet<String>();
            each.path("fields").forEach(field -> fields.add(field.asText()));
            subscriptions.callApp(text(each, "appId"), new AppCallback(text(each, "url"), fields));
        });
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).textValue();
    }
}
