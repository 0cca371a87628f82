package io.posthorn.endtoend.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.Executors;

/** Takes spans by OTLP and error reports by Sentry's protocol, and keeps them as they came: texts in them can be looked for, and ids by their bytes. */
public final class Collector implements AutoCloseable {
    private static final int LARGEST = 256 * 1024 * 1024;

    private final HttpServer server;
    private final ByteArrayOutputStream spans = new ByteArrayOutputStream();
    private final ByteArrayOutputStream reports = new ByteArrayOutputStream();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/traces", exchange -> collect(exchange, spans));
        server.createContext("/api/1/envelope/", exchange -> collect(exchange, reports));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String tracesEndpoint() {
        return "http://" + address();
    }

    String reportsDsn() {
        return "http://public@%s/1".formatted(address());
    }

    private String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public boolean hasTrace(String traceId) {
        return spans().contains(new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1));
    }

    /** Byte by byte, one character each. */
    public synchronized String spans() {
        return spans.toString(StandardCharsets.ISO_8859_1);
    }

    public synchronized String reports() {
        return reports.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void collect(HttpExchange exchange, ByteArrayOutputStream collected) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        synchronized (this) {
            if (collected.size() + body.length < LARGEST) {
                collected.write(body);
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
