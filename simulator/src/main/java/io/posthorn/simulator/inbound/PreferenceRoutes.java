package io.posthorn.simulator.inbound;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.customer.NamedCustomer;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** {@code POST /_sim/customers/{customer}/preferences}: whether the customer wants marketing from the number. */
@ApplicationScoped
class PreferenceRoutes {
    private static final List<String> VALUES = List.of("stop", "resume", "signup");

    private final Worlds worlds;
    private final Webhooks webhooks;

    PreferenceRoutes(Worlds worlds, Webhooks webhooks) {
        this.worlds = worlds;
        this.webhooks = webhooks;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.POST, "/_sim/customers/:customer/preferences", this::choose);
    }

    private Future<ControlAnswer> choose(ControlRequest request) {
        var choice = request.body(Choice.class);
        var named = NamedCustomer.of(worlds, choice.phoneNumberId(), request);
        var customers = Customers.of(named.world());
        customers.stopMarketing(
                named.number().id(), named.digits(), choice.value().equals("stop"));
        tell(named, choice);
        return ControlAnswer.created(Json.object().put("value", choice.value()));
    }

    private void tell(NamedCustomer named, Choice choice) {
        var world = named.world();
        var card = Customers.of(world).card(named.number().id(), named.digits());
        var preference = Json.object();
        if (card.isDisclosed()) {
            preference.put("wa_id", card.digits());
        }
        card.userId().ifPresent(id -> preference.put("user_id", id));
        preference
                .put("detail", choice.detail())
                .put("category", "marketing_messages")
                .put("value", choice.value());
        if (choice.signupId() != null) {
            preference.put("signup_id", choice.signupId());
        }
        preference.put("timestamp", world.clock().millis() / 1000);
        var value = MessagesValue.begin(world, named.number().id());
        value.putArray("contacts").add(card.contact(true));
        value.putArray("user_preferences").add(preference);
        var subject = "%s %s %s"
                .formatted(choice.value(), named.digits(), world.clock().millis());
        webhooks.tell(
                world,
                new Update("user_preferences", value, subject, named.number().id(), named.digits()));
    }

    /** @param signupId comes with signup only */
    record Choice(String phoneNumberId, String value, String signupId) {
        Choice {
            if (value == null || !VALUES.contains(value)) {
                throw new IllegalArgumentException("value is one of " + String.join(", ", VALUES));
            }
            if (signupId != null && !value.equals("signup")) {
                throw new IllegalArgumentException("signupId comes with signup only");
            }
        }

        String detail() {
            return switch (value) {
                case "stop" -> "User requested to stop marketing messages";
                case "resume" -> "User requested to resume marketing messages";
                default -> "User signed up for marketing messages";
            };
        }
    }
}
