package io.posthorn.simulator.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.posthorn.simulator.Files;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.testkit.MetaDocument.Example;

/** Puts things that exist where Meta's examples have placeholders. */
record ExampleValues(TestWorld world, WebhookSink sink) {
    static final String CUSTOMER = "15550002000";
    private static final String HANDLE_OF_DOCUMENT = "4::YXBwbGljYXRpb24vcGRm";

    ObjectNode filled(Example example) {
        var body = (ObjectNode) example.body().deepCopy();
        fill(body, example);
        return body;
    }

    private void fill(JsonNode node, Example example) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                if (property.getValue().isTextual()) {
                    property.setValue(TextNode.valueOf(
                            value(property.getKey(), property.getValue().asText(), example)));
                } else {
                    fill(property.getValue(), example);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (var place = 0; place < array.size(); place++) {
                if (array.get(place).isTextual()) {
                    array.set(place, TextNode.valueOf(handle(array.get(place).asText())));
                } else {
                    fill(array.get(place), example);
                }
            }
        }
    }

    private String value(String name, String value, Example example) {
        if (value.contains("OBJECT_ID>")) {
            var type = fileType(example);
            return world.upload(type, file(type)).json().path("id").asText();
        }
        return switch (name) {
            case "to" -> value.contains("{") ? "+" + CUSTOMER : value;
            case "message_id" -> world.customerWrites(CUSTOMER, "quote me");
            case "link" -> "https://files.example/a";
            case "override_callback_uri" -> sink.url();
            case "verify_token" -> sink.verifyToken();
            case "profile_picture_handle" -> world.handle();
            case "type" -> value.equals("<HEADER_TYPE>") ? "text" : value;
            case "flow_id" -> "123";
            case "name" -> value.equals("<TEMPLATE_NAME>") ? "sample" : value;
            default -> value;
        };
    }

    /** The second part of a handle is its type, in Base64. */
    private String handle(String value) {
        if (!value.startsWith("4::")) {
            return value;
        }
        return value.startsWith(HANDLE_OF_DOCUMENT) ? world.handle("application/pdf", Files.PDF) : world.handle();
    }

    static String fileType(Example example) {
        var name = example.name();
        return name.contains("Audio")
                ? "audio/ogg"
                : name.contains("Sticker")
                        ? "image/webp"
                        : name.contains("Video")
                                ? "video/mp4"
                                : name.contains("Document") ? "application/pdf" : "image/png";
    }

    static byte[] file(String type) {
        return switch (type) {
            case "audio/ogg" -> Files.opus();
            case "image/webp" -> Files.webp();
            case "video/mp4" -> "\0\0\0\30ftypmp42 and more".getBytes();
            case "application/pdf" -> Files.PDF;
            default -> Files.PNG;
        };
    }
}
