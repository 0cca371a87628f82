package io.posthorn.benchmarks.lists;

import io.posthorn.benchmarks.measure.Latencies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks for two pages in turn, over one connection, so that whatever else the machine does hits both alike. */
final class PageTimes {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String token;

    /** The 95th percentiles in milliseconds. */
    record Compared(double first, double deep) {
        double ratio() {
            return deep / first;
        }
    }

    PageTimes(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    Compared compare(String firstPage, String deepPage, int warmUp, int times)
            throws IOException, InterruptedException {
        var first = new Latencies();
        var deep = new Latencies();
        for (int round = 0; round < warmUp + times; round++) {
            time(firstPage, round < warmUp ? new Latencies() : first);
            time(deepPage, round < warmUp ? new Latencies() : deep);
        }
        return new Compared(first.millis(95), deep.millis(95));
    }

    private void time(String path, Latencies latencies) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .build();
        long began = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        latencies.recordSince(began);
        if (answer.statusCode() != 200 || !answer.body().startsWith("{\"data\":[{")) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }
}
