package io.posthorn.simulator.business;

import io.posthorn.simulator.business.Records.Kind;
import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectFinder;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Numbers that a business proves to be its own before it gives them to partners' customers. */
@ApplicationScoped
class PreverifiedNumbers implements ObjectFinder {
    private static final int FIRST_DIGIT = 2;
    private static final String CODE = "code";
    private static final int WRONG_CODE = 136025;

    private final Worlds worlds;

    PreverifiedNumbers(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/worlds/:id/preverified-numbers", request -> {
            var world = worlds.named(request.path("id"));
            return ControlAnswer.ok(Records.of(world)
                    .of(Kind.PREVERIFIED_NUMBER, world.directory().portfolioId()));
        });
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.PREVERIFIED_NUMBER;
    }

    @Override
    public boolean knows(World world, String id) {
        return Records.of(world).find(Kind.PREVERIFIED_NUMBER, id).isPresent();
    }

    @Produces
    @Singleton
    GraphOperation add() {
        return Served.at(HttpMethod.POST, ObjectKind.BUSINESS, "add_phone_numbers", call -> {
            var number = call.required("phone_number");
            if (!number.matches("\\+?[0-9 ()-]{7,20}")) {
                throw Served.invalid("Param phone_number is not a valid phone number.");
            }
            var id = call.world().nextObjectId(FIRST_DIGIT);
            Records.of(call)
                    .put(
                            Kind.PREVERIFIED_NUMBER,
                            id,
                            Json.object()
                                    .put("owner", call.objectId())
                                    .put("id", id)
                                    .put("phone_number", number)
                                    .put("code_verification_status", "NOT_VERIFIED"));
            return Json.object().put("id", id);
        });
    }

    @Produces
    @Singleton
    GraphOperation share() {
        return Served.at(HttpMethod.POST, ObjectKind.BUSINESS, "share_preverified_numbers", call -> {
            var id = call.required("preverified_id");
            var partner = call.required("partner_business_id");
            if (!knows(call.world(), id)) {
                throw GraphError.unknownObject("POST", id).failure();
            }
            Records.of(call).change(Kind.PREVERIFIED_NUMBER, id, number -> number.withArray("partners")
                    .add(partner));
            return Served.success();
        });
    }

    @Produces
    @Singleton
    GraphOperation requestCode() {
        return Served.at(HttpMethod.POST, ObjectKind.PREVERIFIED_NUMBER, "request_code", call -> {
            Served.oneOf(call, "code_method", List.of("SMS", "VOICE"));
            Served.text(call, "language", 10);
            var code = call.world().dice().digits(6, "preverified", call.objectId());
            Records.of(call).change(Kind.PREVERIFIED_NUMBER, call.objectId(), number -> number.put(CODE, code));
            return Served.success();
        });
    }

    @Produces
    @Singleton
    GraphOperation verifyCode() {
        return Served.at(HttpMethod.POST, ObjectKind.PREVERIFIED_NUMBER, "verify_code", call -> {
            var code = call.required(CODE);
            Records.of(call).change(Kind.PREVERIFIED_NUMBER, call.objectId(), number -> {
                if (!number.path(CODE).asText().equals(code)) {
                    throw GraphError.of(WRONG_CODE)
                            .withDetails("The code is not the one that was sent")
                            .failure();
                }
                number.put("code_verification_status", "VERIFIED").remove(CODE);
            });
            return Served.success().put("id", call.objectId());
        });
    }
}
