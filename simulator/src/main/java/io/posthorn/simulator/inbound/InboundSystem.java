package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.customer.NamedCustomer;
import io.posthorn.simulator.customer.UserIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** {@code system}: what WhatsApp tells about a customer. It happens: a new number is theirs from then on. */
@ApplicationScoped
class InboundSystem implements InboundType {
    private static final String USER_ID = "user_changed_user_id";
    private static final String IDENTITY = "customer_identity_changed";
    private static final List<String> KINDS = List.of("user_changed_number", USER_ID, IDENTITY);

    @Override
    public Set<String> names() {
        return Set.of("system");
    }

    @Override
    public boolean opensWindow() {
        return false;
    }

    @Override
    public boolean hasContact(Inbound message) {
        return message.content() == null
                || message.content().path("type").asText().equals(IDENTITY);
    }

    @Override
    public Inbound complete(Writing writing) {
        var wish = writing.content();
        Wish.onlyKnown(wish, "system", Set.of("type", "body", "wa_id"));
        var kind = Wish.oneOf(wish.path("type"), "system.type", KINDS);
        return kind.equals(IDENTITY) ? changeIdentity(writing, wish) : changeNumber(writing, wish, kind);
    }

    private static Inbound changeNumber(Writing writing, ObjectNode wish, String kind) {
        var next = NamedCustomer.digits(Wish.text(wish.path("wa_id"), "system.wa_id"));
        var customers = Customers.of(writing.world());
        var before = customers.card(writing.number().id(), writing.customer());
        customers.move(writing.customer(), next);
        var after = customers.card(writing.number().id(), next);
        var isUserId = kind.equals(USER_ID);
        var usual = isUserId
                ? "User %s changed from %s to %s"
                        .formatted(
                                before.name(),
                                before.userId().orElse(""),
                                after.userId().orElse(""))
                : "User %s changed from %s to %s".formatted(before.name(), before.digits(), next);
        var system = Json.object()
                .put("body", Wish.optional(wish.path("body"), "system.body").orElse(usual));
        if (after.isDisclosed() || !isUserId) {
            system.put("wa_id", next);
        }
        if (isUserId) {
            system.put("user_id", UserIds.of(writing.world()).of(next));
        } else {
            after.userId().ifPresent(id -> system.put("user_id", id));
        }
        after.parentUserId().ifPresent(id -> system.put("parent_user_id", id));
        return writing.of(system.put("type", kind));
    }

    private static Inbound changeIdentity(Writing writing, ObjectNode wish) {
        var customers = Customers.of(writing.world());
        customers.changeIdentity(writing.customer());
        var body = Wish.optional(wish.path("body"), "system.body")
                .orElse("Security code of %s changed".formatted(customers.name(writing.customer())));
        var identity = Json.object()
                .put("acknowledged", false)
                .put("created_timestamp", writing.world().clock().millis() / 1000)
                .put("hash", customers.identityKeyHash(writing.customer()));
        return writing.of(Json.object().put("body", body).put("type", IDENTITY)).with("identity", identity);
    }
}
