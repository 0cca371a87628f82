package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessAccount;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.number.Health;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class ReadAccount implements GraphOperation {
    private static final Set<String> USUAL = Set.of("name", "currency", "timezone_id", "message_template_namespace");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var asked = call.fields().isEmpty() ? USUAL : call.fields();
        return Future.succeededFuture(Fields.select(all(call.world(), call.account()), asked));
    }

    private static ObjectNode all(World world, BusinessAccount account) {
        var traits = AccountTraitsOfWorld.of(world).of(account);
        var fields = Json.object()
                .put("id", account.id())
                .put("name", traits.name())
                .put("currency", "USD")
                .put("timezone_id", traits.timezoneId())
                .put("message_template_namespace", "sim_" + account.id())
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", verification(world))
                .put("country", "US")
                .put("ownership_type", "SELF")
                .put("primary_business_location", "US")
                .put("whatsapp_business_manager_messaging_limit", messagingLimit(world, account));
        fields.set("health_status", Health.ofAccount(world, account.id()));
        return fields;
    }

    private static String verification(World world) {
        return world.directory().isPortfolioVerified() ? "verified" : "not_verified";
    }

    /** The portfolio's, which all its numbers share. */
    private static String messagingLimit(World world, BusinessAccount account) {
        return world.directory().numbersOf(account.id()).stream()
                .findFirst()
                .map(number -> Numbers.of(world).of(number).traits().messagingLimit())
                .orElse("TIER_NOT_SET");
    }
}
