package io.posthorn.endtoend.seeing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The logs of a running stack, rotated ones included. */
record Logs(Path folder) {
    static Logs of(Stack stack) {
        return new Logs(stack.settings().home().resolve("logs"));
    }

    /** Of our processes; a line that is no JSON is a missing node. */
    List<JsonNode> records(Part part) {
        return files(part.label()).stream()
                .flatMap(file -> read(file).lines())
                .filter(line -> !line.isBlank())
                .map(Logs::json)
                .toList();
    }

    boolean hasTrace(Part part, String traceId) {
        return records(part).stream()
                .anyMatch(record -> record.at("/context/traceId").asText().equals(traceId));
    }

    /** All files whose name begins so; all when it is empty. */
    List<Path> files(String name) {
        try (var found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(name))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode json(String line) {
        try {
            return line.startsWith("{") ? JsonHttp.MAPPER.readTree(line) : MissingNode.getInstance();
        } catch (JsonProcessingException broken) {
            return MissingNode.getInstance();
        }
    }
}
