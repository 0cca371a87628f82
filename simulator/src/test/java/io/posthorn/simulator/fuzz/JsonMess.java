package io.posthorn.simulator.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.SimulatorClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils JSON: first as a tree, so that it stays readable and reaches the rules, then now and then as a text and as bytes. */
final class JsonMess {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999",
            "1e-999",
            "99999999999999999999999999",
            "3.5",
            "\"\"",
            "\" \"",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"\":{}}",
            "[{}]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\ud83d\ude00\"",
            "\"\u202e\u200f\"",
            "\"{{1}} {{2}}\"",
            "\"{{\"",
            "\"}}{{\"",
            "\"wamid.\"",
            "\"US.1\"",
            "\"+\"",
            "\"http://\"",
            "\"https://[::1\"",
            "\"javascript:1\"",
            "\"" + "a".repeat(70_000) + "\"",
            "\"" + "{{1}}".repeat(300) + "\"",
            "[" + "1,".repeat(3000) + "1]",
            "[".repeat(400) + "]".repeat(400),
            "\"en_US\"",
            "\"APPROVED\"",
            "\"2026-13-99T99:99:99Z\"",
            "9223372036854775807",
            "-9223372036854775808",
            "2147483648",
            "{\"type\":{\"type\":\"text\"}}",
            "\"%s%n%d\"",
            "\"\\\\\"");
    private static final List<String> NAMES =
            List.of("", "type", "id", "name", "__proto__", "components", "\u0000", "to", "world", "a.b");

    private final Random random;

    JsonMess(Random random) {
        this.random = random;
    }

    String spoiled(JsonNode body) {
        var tree = body.deepCopy();
        for (var times = random.nextInt(4); times > 0; times--) {
            spoil(tree);
        }
        var text = tree.toString();
        if (random.nextInt(12) == 0) {
            text = damaged(text);
        }
        return switch (random.nextInt(400)) {
            case 0 -> "[".repeat(100_000);
            case 1 -> "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
            case 2 -> "{\"to\":\"" + "9".repeat(3_900_000) + "\"}";
            case 3 -> "{\"text\":{\"body\":\"" + "b".repeat(4_300_000) + "\"}}";
            case 4 -> "\ufeff" + text;
            case 5 -> text + text;
            case 6 -> "";
            case 7 -> "\"only a text\"";
            case 8 -> "{\"n\":" + "9".repeat(5000) + "}";
            default -> text;
        };
    }

    byte[] encoded(String text) {
        return switch (random.nextInt(40)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> broken(text.getBytes(StandardCharsets.UTF_8));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    String damaged(String text) {
        if (text.isEmpty()) {
            return "\u0001";
        }
        var place = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, place);
            case 1 ->
                text.substring(0, place) + "\"{}[],:%\\\u00e9\u0000".charAt(random.nextInt(11)) + text.substring(place);
            case 2 -> text.substring(0, place) + text.substring(Math.min(text.length(), place + 1 + random.nextInt(4)));
            default -> text.substring(0, place) + text.substring(random.nextInt(text.length()));
        };
    }

    private byte[] broken(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void spoil(JsonNode tree) {
        var branches = new ArrayList<JsonNode>();
        collect(tree, branches);
        if (branches.isEmpty()) {
            return;
        }
        switch (branches.get(random.nextInt(branches.size()))) {
            case ObjectNode object -> spoil(object);
            case ArrayNode array -> spoil(array);
            default -> throw new IllegalStateException("Only objects and arrays are collected");
        }
    }

    private void spoil(ObjectNode object) {
        var names = object.propertyStream().map(Map.Entry::getKey).toList();
        var name = names.isEmpty() || random.nextInt(6) == 0
                ? NAMES.get(random.nextInt(NAMES.size()))
                : names.get(random.nextInt(names.size()));
        if (random.nextInt(5) == 0) {
            object.remove(name);
        } else {
            object.set(name, value());
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            array.add(value());
        } else if (random.nextInt(3) == 0) {
            array.add(array.get(random.nextInt(array.size())).deepCopy());
        } else {
            array.set(random.nextInt(array.size()), value());
        }
    }

    private JsonNode value() {
        try {
            return SimulatorClient.JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> branches) {
        if (node.isContainerNode()) {
            branches.add(node);
            node.forEach(child -> collect(child, branches));
        }
    }
}
