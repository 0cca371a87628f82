package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /_sim/customers}: who they are, and what the business has read of theirs. */
@ApplicationScoped
class CustomerRoutes {
    private static final Set<String> CHANGEABLE = Set.of("phoneNumberId", "name", "username", "inContactBook");
    private static final int LONGEST_NAME = 256;

    private final Worlds worlds;

    CustomerRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/customers/:customer/messages", this::list);
        ControlRoute.add(router, HttpMethod.GET, "/_sim/customers/:customer", this::show);
        ControlRoute.add(router, HttpMethod.PATCH, "/_sim/customers/:customer", this::change);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(worlds.namedOrAll(request.query("world")).stream()
                .flatMap(world -> writtenIn(world, request))
                .map(CustomerMessage::view)
                .toList());
    }

    private static Stream<CustomerMessage> writtenIn(World world, ControlRequest request) {
        var name = request.path("customer");
        var digits =
                UserIds.isUserId(name) ? UserIds.of(world).customer(name) : Optional.of(NamedCustomer.digits(name));
        return digits.stream().flatMap(customer -> Customers.of(world).writtenBy(customer).stream());
    }

    private Future<ControlAnswer> show(ControlRequest request) {
        return ControlAnswer.ok(
                view(NamedCustomer.of(worlds, request.query("phoneNumberId").orElse(null), request)));
    }

    private Future<ControlAnswer> change(ControlRequest request) {
        var wish = request.body();
        wish.fieldNames().forEachRemaining(CustomerRoutes::refuseUnknown);
        var named = NamedCustomer.of(worlds, text(wish, "phoneNumberId").orElse(null), request);
        var customers = Customers.of(named.world());
        var name = text(wish, "name").map(CustomerRoutes::checkedName);
        var username = text(wish, "username").map(CustomerRoutes::checkedUsername);
        var inContactBook = flag(wish.path("inContactBook"));
        name.ifPresent(given -> customers.name(named.digits(), given));
        if (wish.has("username")) {
            customers.adopt(named.digits(), username);
        }
        inContactBook.ifPresent(in -> Disclosure.of(named.world()).keepInContactBook(named.digits(), in));
        return ControlAnswer.ok(view(named));
    }

    private static ObjectNode view(NamedCustomer named) {
        var world = named.world();
        var customers = Customers.of(world);
        var numberId = named.number().id();
        var view = Json.object()
                .put("waId", named.digits())
                .put("userId", UserIds.of(world).of(named.digits()))
                .put("parentUserId", UserIds.of(world).parentOf(named.digits()))
                .put("name", customers.name(named.digits()))
                .put("username", customers.username(named.digits()).orElse(null));
        return view.put("isDisclosed", customers.card(numberId, named.digits()).isDisclosed())
                .put("inContactBook", Disclosure.of(world).isInContactBook(named.digits()))
                .put("windowOpen", customers.isWindowOpen(numberId, named.digits()))
                .put("marketingStopped", customers.hasStoppedMarketing(numberId, named.digits()))
                .put("identityKeyHash", customers.identityKeyHash(named.digits()));
    }

    private static void refuseUnknown(String property) {
        if (!CHANGEABLE.contains(property)) {
            throw ControlProblem.malformed("There is no property " + property);
        }
    }

    private static Optional<String> text(ObjectNode wish, String property) {
        var value = wish.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ControlProblem.malformed(property + " is a text");
        }
        return Optional.of(value.textValue());
    }

    private static Optional<Boolean> flag(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw ControlProblem.malformed("inContactBook is true or false");
        }
        return Optional.of(value.booleanValue());
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ControlProblem.refused("invalid_value", "name has 1 to %d characters".formatted(LONGEST_NAME));
        }
        return name;
    }

    private static String checkedUsername(String username) {
        var bare = username.startsWith("@") ? username.substring(1) : username;
        if (!bare.matches("[a-z0-9._]{3,35}") || !bare.matches(".*[a-z].*")) {
            throw ControlProblem.refused(
                    "invalid_value", "username has 3 to 35 of a-z, 0-9, dot and underscore, with at least one letter");
        }
        return bare;
    }
}
