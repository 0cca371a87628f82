package io.posthorn.endtoend.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.store.EmbeddedRedisStore;
import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoorIT {
    private static final Map<String, String> SLOW_PLAN = Map.of("POSTHORN_LIMITS_PLAN", "slow");
    private static final Map<String, String> LARGE_PLAN = Map.of("POSTHORN_LIMITS_PLAN", "development");
    private static final int CALLERS = 16;
    private static final int IDLE_STREAMS = 8000;
    private static final long GIGABYTE = 1L << 30;

    private static HttpClient http;
    private static HttpServer service;
    private static EmbeddedRedisStore redis;
    private static List<Door> doors;
    private static final AtomicInteger served = new AtomicInteger();

    @BeforeAll
    static void startTheHouse() throws IOException {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", DoorIT::serve);
        service.start();
        var folder = Repository.ROOT.resolve("end-to-end/target/door");
        redis = EmbeddedRedisStore.start(
                folder.resolve("redis"), Ports.free(), folder.resolve("redis.log"), Launcher.PLAIN);
        doors = Stream.of(SLOW_PLAN, SLOW_PLAN, SLOW_PLAN).map(DoorIT::open).toList();
    }

    @AfterAll
    static void stopTheHouse() {
        doors.forEach(Door::close);
        redis.close();
        service.stop(0);
        http.close();
    }

    @Test
    void threeOfThemLetPassAsManyAsOneWould() throws Exception {
        try (var first = open(SLOW_PLAN);
                var second = open(SLOW_PLAN);
                var third = open(SLOW_PLAN)) {
            var doors = List.of(first, second, third);
            int before = served.get();

            var statuses = together(1000, each -> status(doors.get(each % 3).at("/stub/" + each)));

            assertThat(statuses).containsOnly(200, 429);
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(100);
            assertThat(served.get() - before)
                    .as("a refusal costs the service nothing")
                    .isEqualTo(100);
        }
    }

    @Test
    void losesNoRequestWhenItIsToldToGo() throws Exception {
        try (var goes = open(Map.of("POSTHORN_LIMITS_PLAN", "development", "SHUTDOWN_DELAY", "10s"))) {
            var stays = doors.getFirst();
            var over = new AtomicBoolean();
            var moved = new CountDownLatch(CALLERS);
            var failures = new ConcurrentLinkedQueue<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    threads.submit(() -> ask(goes, stays, over, moved, failures));
                }
                goes.process().handle().destroy();
                moved.await(1, TimeUnit.MINUTES);
                over.set(true);
            }

            assertThat(moved.getCount())
                    .as("callers that were not told to go elsewhere")
                    .isZero();
            assertThat(failures).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void carriesThousandsOfIdleStreamsInLittleMemory() throws Exception {
        try (var streams = new EndlessStreams();
                var door = Door.open(redis.url(), streams.port(), LARGE_PLAN, List.of())) {
            var clients = new ArrayList<Socket>();
            open(door, clients, 500);
            long before = door.residentKilobytes();
            open(door, clients, IDLE_STREAMS);
            long each = (door.residentKilobytes() - before) / IDLE_STREAMS;

            assertThat(each).as("kilobytes for one stream").isLessThanOrEqualTo(30);
            assertThat(status(door.at("/health"))).as("it is still there").isIn(200, 503);
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    @Tag("long")
    void streamsAGigabyteInEitherDirectionThroughLittleMemory() throws Exception {
        try (var door = open(LARGE_PLAN)) {
            upload(door, GIGABYTE / 8);
            download(door, GIGABYTE / 8);
            long before = door.residentKilobytes();

            upload(door, GIGABYTE);
            download(door, GIGABYTE);

            assertThat(door.residentKilobytes() - before).as("kilobytes").isLessThan(64 * 1024);
        }
    }

    private static Door open(Map<String, String> environment) {
        return Door.open(redis.url(), service.getAddress().getPort(), environment, List.of());
    }

    private static Void ask(
            Door goes, Door stays, AtomicBoolean over, CountDownLatch moved, ConcurrentLinkedQueue<String> failures) {
        var door = goes;
        while (!over.get()) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(door.at("/stub/free/x")).build(), BodyHandlers.discarding());
                if (answer.statusCode() != 200) {
                    failures.add("status " + answer.statusCode());
                }
                if (door == goes
                        && answer.headers().firstValue("connection").orElse("").equals("close")) {
                    door = stays;
                    moved.countDown();
                }
            } catch (IOException failure) {
                failures.add(failure.toString());
                return null;
            } catch (InterruptedException interrupted) {
                return null;
            }
        }
        return null;
    }

    private static void upload(Door door, long bytes) throws Exception {
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(bytes)), bytes);
        var answer = http.send(
                HttpRequest.newBuilder(door.at("/stub/upload")).POST(body).build(), BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo(Long.toString(bytes));
    }

    private static void download(Door door, long bytes) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(door.at("/stub/download/" + bytes)).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            assertThat(count(body)).isEqualTo(bytes);
        }
    }

    private static void open(Door door, List<Socket> clients, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            var client = new Socket(InetAddress.getLoopbackAddress(), door.port());
            clients.add(client);
            client.getOutputStream()
                    .write("GET /stub/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
    }

    private static int status(URI url) throws Exception {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> together(int number, Numbered<T> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, number)
                            .mapToObj(each -> (Callable<T>) () -> call.call(each))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        served.incrementAndGet();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.contains("/download/")) {
                long bytes = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
                exchange.sendResponseHeaders(200, bytes);
                new Zeros(bytes).transferTo(exchange.getResponseBody());
            } else {
                var answer = Long.toString(count(exchange.getRequestBody())).getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    private static long count(InputStream body) throws IOException {
        var part = new byte[64 * 1024];
        long all = 0;
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            all += read;
        }
        return all;
    }
}
