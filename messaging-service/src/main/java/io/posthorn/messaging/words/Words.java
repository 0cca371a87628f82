package io.posthorn.messaging.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A JSON object in the making, of what can be stored; what is empty is left out. */
public final class Words {
    private static final String HOLDER = "it";

    private final JsonObject json = new JsonObject();

    public Words put(String name, String text) {
        json.put(name, Storable.text(text));
        return this;
    }

    public Words put(String name, Optional<String> text) {
        text.ifPresent(given -> put(name, given));
        return this;
    }

    public Words put(String name, double number) {
        json.put(name, number);
        return this;
    }

    public Words put(String name, long number) {
        json.put(name, number);
        return this;
    }

    public Words put(String name, boolean flag) {
        json.put(name, flag);
        return this;
    }

    public Words putIf(String name, boolean flag) {
        return flag ? put(name, true) : this;
    }

    public Words put(String name, JsonNode node) {
        if (!node.isMissingNode() && !node.isNull()) {
            json.put(name, whole(node));
        }
        return this;
    }

    /** Of words or texts. */
    public Words put(String name, List<?> elements) {
        var array = new JsonArray();
        elements.forEach(
                element -> array.add(element instanceof Words words ? words.json : Storable.text((String) element)));
        if (!array.isEmpty()) {
            json.put(name, array);
        }
        return this;
    }

    public Words put(String name, Words words) {
        if (!words.json.isEmpty()) {
            json.put(name, words.json);
        }
        return this;
    }

    public JsonObject json() {
        return json;
    }

    private static Object whole(JsonNode node) {
        return Storable.json(JsonNodeFactory.instance.objectNode().set(HOLDER, node))
                .getValue(HOLDER);
    }
}
