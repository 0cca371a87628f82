package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;

/** A control that the customer answers with a tap. Closed on purpose: a new kind is a new record here. */
public sealed interface Interactive
        permits ReplyButtons, ListMenu, LinkButton, FlowStart, Products, Request, VoiceCall, Carousel, Order {
    /** Meta's name of the kind. */
    String type();

    Frame frame();

    ObjectNode action();

    /** Pointers start at the {@code interactive} object. */
    void check(Violations found, String pointer);

    default ObjectNode toJson() {
        var json = Json.object().put("type", type());
        frame().writeTo(json);
        return Json.set(json, "action", action());
    }
}
