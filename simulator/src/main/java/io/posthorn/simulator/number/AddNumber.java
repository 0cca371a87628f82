package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{waba}/phone_numbers}: a number that is neither verified nor registered yet. */
@ApplicationScoped
class AddNumber implements GraphOperation {
    private static final int FIRST_DIGIT = 4;
    private static final int LONGEST_NAME = 128;
    private static final int MOST = 20;
    private static final int MOST_UNVERIFIED = 2;
    private static final int CANNOT_MIGRATE = 2388103;
    private static final int ALREADY_THERE = 2388012;

    private final Worlds worlds;

    AddNumber(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "phone_numbers");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var code = digits(call, "cc", 1, 3);
        var phone = digits(call, "phone_number", 4, 15);
        var name = call.required("verified_name");
        check(call, name);
        var all = phone.startsWith(code) && phone.length() > 10 ? phone : code + phone;
        var number = new BusinessNumber(
                call.world().nextObjectId(FIRST_DIGIT), call.account().id(), all, display(code, all), name);
        if (call.flag("migrate_phone_number")) {
            takeFromOtherAccount(call, all);
        } else {
            refuseTaken(call, all);
        }
        Numbers.of(call.world()).add(number, new NumberState());
        worlds.index(call.world());
        return Future.succeededFuture(Json.object().put("id", number.id()));
    }

    private static void check(GraphCall call, String name) {
        if (name.length() > LONGEST_NAME) {
            throw GraphError.of(100, "Param verified_name must be at most %d characters long.".formatted(LONGEST_NAME))
                    .failure();
        }
        var directory = call.world().directory();
        if (directory.numbers().size() >= (directory.isPortfolioVerified() ? MOST : MOST_UNVERIFIED)) {
            throw GraphError.of(200, "Phone number limit exceeded for this WhatsApp Business Account")
                    .withSubcode(1349175)
                    .failure();
        }
    }

    private static void refuseTaken(GraphCall call, String digits) {
        if (call.world().directory().numbers().stream()
                .anyMatch(number -> number.digits().equals(digits))) {
            throw GraphError.invalidParameter(
                            ALREADY_THERE,
                            "Phone number already in account",
                            "The phone number is already in a WhatsApp Business Account.")
                    .failure();
        }
    }

    /** A number that moves gets a new id and has to be verified again. */
    private static void takeFromOtherAccount(GraphCall call, String digits) {
        var old = call.world().directory().numbers().stream()
                .filter(number -> number.digits().equals(digits))
                .filter(number -> !number.wabaId().equals(call.account().id()))
                .findFirst()
                .orElseThrow(() -> GraphError.invalidParameter(
                                CANNOT_MIGRATE,
                                "Cannot migrate phone number",
                                "The phone number is in no other account from which it could be migrated.")
                        .failure());
        Numbers.of(call.world()).remove(old);
    }

    private static String digits(GraphCall call, String name, int fewest, int most) {
        var digits = call.required(name).replaceAll("[+() -]", "");
        if (!digits.matches("[0-9]{%d,%d}".formatted(fewest, most))) {
            throw GraphError.of(100, "Param %s is not a valid phone number.".formatted(name))
                    .failure();
        }
        return digits;
    }

    private static String display(String code, String digits) {
        return "+%s %s".formatted(code, digits.substring(code.length()));
    }
}
