package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import java.util.List;

/** Whether messages can be sent, entity by entity; the whole is as well as its worst part. */
public final class Health {
    private static final List<String> FROM_GOOD_TO_BAD = List.of("AVAILABLE", "LIMITED", "BLOCKED");
    private static final int NOT_REGISTERED = 141000;
    private static final int NOT_APPROVED = 141001;

    private Health() {}

    static ObjectNode ofNumber(World world, BusinessNumber number) {
        var health = begin();
        addNumber(health, world, number);
        return surround(health, world, number.wabaId());
    }

    public static ObjectNode ofAccount(World world, String wabaId) {
        return surround(begin(), world, wabaId);
    }

    /** Of a template, whose own part is {@code canSend}. */
    public static ObjectNode ofTemplate(World world, String templateId, String canSend) {
        var health = begin();
        var entity = entity(health, "MESSAGE_TEMPLATE", templateId, canSend);
        explain(entity, canSend, NOT_APPROVED, "Wait until the template is approved, or edit it.");
        return surround(health, world, world.identity().wabaId());
    }

    private static ObjectNode begin() {
        var health = Json.object().put("can_send_message", "AVAILABLE");
        health.putArray("entities");
        return health;
    }

    private static void addNumber(ObjectNode health, World world, BusinessNumber number) {
        var state = Numbers.of(world).of(number);
        var said = state.traits().health();
        var canSend = said != null ? said : state.isRegistered() ? "AVAILABLE" : "BLOCKED";
        var entity = entity(health, "PHONE_NUMBER", number.id(), canSend);
        explain(entity, canSend, NOT_REGISTERED, "Register the phone number.");
    }

    private static void explain(ObjectNode entity, String canSend, int code, String solution) {
        if (canSend.equals("LIMITED")) {
            entity.putArray("additional_info").add("Fewer messages than usual can be sent.");
        }
        if (canSend.equals("BLOCKED")) {
            entity.putArray("errors")
                    .addObject()
                    .put("error_code", code)
                    .put("error_description", "Messages cannot be sent.")
                    .put("possible_solution", solution);
        }
    }

    private static ObjectNode surround(ObjectNode health, World world, String wabaId) {
        entity(health, "WABA", wabaId, "AVAILABLE");
        entity(health, "BUSINESS", world.directory().portfolioId(), "AVAILABLE");
        entity(health, "APP", world.identity().appId(), "AVAILABLE");
        return health;
    }

    private static ObjectNode entity(ObjectNode health, String type, String id, String canSend) {
        var worst = health.path("can_send_message").asText();
        if (FROM_GOOD_TO_BAD.indexOf(canSend) > FROM_GOOD_TO_BAD.indexOf(worst)) {
            health.put("can_send_message", canSend);
        }
        return health.withArray("/entities")
                .addObject()
                .put("entity_type", type)
                .put("id", id)
                .put("can_send_message", canSend);
    }
}
