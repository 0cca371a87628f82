package io.posthorn.cloudapi.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writing in Meta's words: what is absent leaves no property behind. */
public final class Json {
    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ObjectNode put(ObjectNode object, String field, Optional<String> text) {
        text.ifPresent(value -> object.put(field, value));
        return object;
    }

    public static ObjectNode set(ObjectNode object, String field, JsonNode value) {
        object.set(field, value);
        return object;
    }

    public static ObjectNode set(ObjectNode object, String field, Optional<? extends JsonNode> value) {
        value.ifPresent(there -> object.set(field, there));
        return object;
    }

    public static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> written) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(written.apply(item)));
        return array;
    }

    public static ObjectNode texts(Map<String, String> values) {
        var object = object();
        values.forEach(object::put);
        return object;
    }
}
