package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;

/** A button that opens an address. */
public record LinkButton(Frame frame, String label, String url) implements Interactive {
    public static final int MAX_LABEL = 20;
    public static final int MAX_URL = 2000;

    @Override
    public String type() {
        return "cta_url";
    }

    @Override
    public ObjectNode action() {
        return action(label, url);
    }

    @Override
    public void check(Violations found, String pointer) {
        frame.check(found, pointer, Frame.Rule.USUAL);
        check(found, pointer, label, url);
    }

    static ObjectNode action(String label, String url) {
        return Json.set(
                Json.object().put("name", "cta_url"),
                "parameters",
                Json.object().put("display_text", label).put("url", url));
    }

    static void check(Violations found, String pointer, String label, String url) {
        found.text(pointer + "/action/parameters/display_text", "link_label", label, MAX_LABEL);
        found.url(pointer + "/action/parameters/url", "link_url", url, MAX_URL);
    }
}
