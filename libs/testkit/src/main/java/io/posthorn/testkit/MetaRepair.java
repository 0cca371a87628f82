package io.posthorn.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fault of Meta's OpenAPI document (v23.0) and its repair. What is not here is taken as the document has it.
 *
 * @param reason why the document cannot be meant as it stands
 */
record MetaRepair(String reason, Consumer<ObjectNode> edit) {
    private static final String SCHEMAS = "/components/schemas/";

    void applyTo(ObjectNode document) {
        edit.accept(document);
    }

    static List<MetaRepair> all() {
        return List.of(
                new MetaRepair(
                        "additionalProperties: false inside allOf forbids the properties of the other parts, so that no message at all is"
                                + " valid; what is meant is unevaluatedProperties over the whole",
                        MetaRepair::closeWholesInsteadOfParts),
                new MetaRepair(
                        "optional in the API and missing or required here: type, recipient_type, recipient, biz_opaque_callback_data",
                        document -> {
                            var base = schema(document, "BaseMessageProperties");
                            require(base, "messaging_product");
                            var properties = base.withObject("properties");
                            properties
                                    .putObject("biz_opaque_callback_data")
                                    .put("type", "string")
                                    .put("maxLength", 512);
                            properties.putObject("recipient").put("type", "string");
                            properties.putObject("recipient_identity_key_hash").put("type", "string");
                        }),
                new MetaRepair(
                        "language.policy has a single value and may be left out",
                        document -> require(schema(document, "LanguageObject"), "code")),
                new MetaRepair(
                        "the pattern of a button's index matches no index, and the document's own examples send numbers",
                        document -> {
                            var index = schema(document, "TemplateComponent").withObject("/properties/index");
                            index.remove("pattern");
                            types(index, "string", "integer");
                        }),
                new MetaRepair(
                        "components and buttons of templates that came later are missing, and case does not matter",
                        document -> {
                            var component = schema(document, "TemplateComponent");
                            component.remove("discriminator");
                            component.withObject("/properties/type").remove("enum");
                            component.withObject("/properties/sub_type").remove("enum");
                        }),
                new MetaRepair("coordinates are numbers in the document's own examples", document -> {
                    var location = schema(document, "LocationMessage").at("/allOf/1/properties/location/properties");
                    types((ObjectNode) location.path("latitude"), "string", "number");
                    types((ObjectNode) location.path("longitude"), "string", "number");
                }),
                new MetaRepair(
                        "cta_url, location_request_message, carousel, voice_call and others are missing, with their actions",
                        document -> {
                            var interactive = schema(document, "InteractiveObject");
                            interactive.withObject("/properties/type").remove("enum");
                            var actions = schema(document, "ActionObject");
                            actions.set("anyOf", actions.remove("oneOf"));
                            var other = actions.withArray("anyOf").addObject();
                            other.putObject("properties").putObject("name").put("type", "string");
                            var cards = actions.withArray("anyOf").addObject();
                            cards.putObject("properties")
                                    .putObject("cards")
                                    .put("type", "array")
                                    .put("minItems", 2)
                                    .put("maxItems", 10);
                            cards.putArray("required").add("cards");
                        }),
                new MetaRepair(
                        "the body of a list has 4096 characters today", document -> schema(document, "BodyObject")
                                .withObject("/properties/text")
                                .put("maxLength", 4096)),
                new MetaRepair(
                        "the two answers of a call require nothing, so that each is the other too",
                        document -> anyInsteadOfOne(document, "/{Version}/{Phone-Number-ID}/calls")),
                new MetaRepair("read receipts go to the same address and are not described", document -> {
                    var message = schema(document, "Message");
                    var receipt = message.withArray("oneOf").addObject();
                    var properties = receipt.putObject("properties");
                    properties.putObject("messaging_product").put("const", "whatsapp");
                    properties.putObject("status").put("const", "read");
                    properties.putObject("message_id").put("type", "string");
                    properties
                            .putObject("typing_indicator")
                            .putObject("properties")
                            .putObject("type")
                            .put("const", "text");
                    receipt.putArray("required")
                            .add("messaging_product")
                            .add("status")
                            .add("message_id");
                }));
    }

    private static void closeWholesInsteadOfParts(ObjectNode document) {
        document.at("/components/schemas").forEach(MetaRepair::closeWhole);
    }

    private static void closeWhole(JsonNode schema) {
        if (!(schema.path("allOf") instanceof ArrayNode parts)) {
            return;
        }
        var closed = false;
        for (var part : parts) {
            if (part instanceof ObjectNode object
                    && object.path("additionalProperties").isBoolean()) {
                closed |= !object.remove("additionalProperties").asBoolean();
            }
        }
        if (closed) {
            ((ObjectNode) schema).put("unevaluatedProperties", false);
        }
    }

    private static void anyInsteadOfOne(ObjectNode document, String path) {
        var schema = (ObjectNode)
                document.path("paths").path(path).at("/post/responses/200/content/application~1json/schema");
        schema.set("anyOf", schema.remove("oneOf"));
    }

    private static ObjectNode schema(ObjectNode document, String name) {
        return (ObjectNode) document.at(SCHEMAS + name);
    }

    private static void require(ObjectNode schema, String... names) {
        var required = schema.putArray("required");
        List.of(names).forEach(required::add);
    }

    private static void types(ObjectNode schema, String... names) {
        var types = schema.putArray("type");
        List.of(names).forEach(types::add);
    }
}
