package io.posthorn.endtoend.seeing;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each of our processes tells Prometheus. */
record Measurements(Map<Part, String> pages) {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[^\\n]*})? ");
    private static final Pattern ADDRESS = Pattern.compile("uri=\"([^\"]*)\"");

    static Measurements of(Stack stack) {
        var pages = new EnumMap<Part, String>(Part.class);
        processes().forEach(part -> pages.put(part, page(address(stack, part))));
        return new Measurements(pages);
    }

    /** The simulator stands for Meta. */
    static List<Part> processes() {
        return Part.ours().stream().filter(part -> part != Part.SIMULATOR).toList();
    }

    Set<String> names() {
        return pages.values().stream()
                .flatMap(page -> SAMPLE.matcher(page).results())
                .map(sample -> sample.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> names(Part part) {
        return SAMPLE.matcher(pages.get(part))
                .results()
                .map(sample -> sample.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The routes by which requests were measured. */
    Set<String> routes(Part part) {
        return pages.get(part)
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .flatMap(line -> ADDRESS.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String address(Stack stack, Part part) {
        return part == Part.GATEWAY
                ? "http://localhost:" + stack.settings().ports().management()
                : stack.url(part);
    }

    private static String page(String url) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + "/q/metrics")).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s/q/metrics answers %d".formatted(url, answer.statusCode()));
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
