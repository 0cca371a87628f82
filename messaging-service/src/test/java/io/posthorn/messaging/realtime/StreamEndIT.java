package io.posthorn.messaging.realtime;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@MessagingTest
class StreamEndIT {
    private static final int LARGE = 60_000;

    private final UUID workspace = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final String token = Tokens.ofSession(workspace, session, "viewer");

    @Inject
    RedisDataSource redis;

    @Inject
    MeterRegistry meters;

    @Test
    void aRevokedSessionsStreamIsClosedAndNoOther() {
        try (var listening = Listening.as(token);
                var other = Listening.as(Tokens.token(workspace, "viewer"))) {
            await().until(() -> listening.lastId() != null);

            revoke();

            await().until(listening::ended);
            assertThat(listening.told()).singleElement().satisfies(told -> {
                assertThat(told.type()).isEqualTo("closed");
                assertThat(told.data()).contains("session_revoked");
            });
            assertThat(other.ended()).isFalse();
        }
    }

    @Test
    void aStreamEndsWithItsToken() {
        await().ignoreExceptions()
                .untilAsserted(
                        () -> { // again, when the token had run out before the stream was open
                            var end = Instant.now().plusSeconds(3);
                            try (var listening = Listening.as(Tokens.endingAt(end, workspace, "viewer"))) {
                                await().until(listening::ended);

                                assertThat(Instant.now()).isAfter(end.minusSeconds(1));
                                assertThat(listening.told()).singleElement().satisfies(told -> assertThat(told.data())
                                        .contains("token_expired"));
                            }
                        });
    }

    @Test
    void aSlowReaderIsReadForAsFarAsItReadsAndMissesNothing() throws IOException {
        try (var slow = slowReader()) {
            var before = frames();
            Happenings.happenLarge(workspace, 1, 400, LARGE);
            awaitRelay();

            await().during(Duration.ofSeconds(2)).until(() -> frames() - before < 250);
            assertThat(numbers(slow, 400))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 400).boxed().toList());
        }
    }

    @Test
    void aRevokedClientThatReadsNothingIsCutOff() throws IOException {
        try (var slow = slowReader()) {
            Happenings.happenLarge(workspace, 1, 400, LARGE);
            awaitRelay();
            assertThat(streams()).isEqualTo(1);

            revoke();

            await().until(() -> streams() == 0);
            assertThat(slow.isConnected()).isTrue();
        }
    }

    private void revoke() {
        redis.stream(String.class).xadd(Revocations.STREAM, Map.of("session", session.toString()));
    }

    /** A client with small buffers that reads only when the test does. */
    private Socket slowReader() throws IOException {
        await().until(() -> streams() == 0);
        var socket = new Socket();
        socket.setReceiveBufferSize(8192);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(token)
                        .getBytes(StandardCharsets.US_ASCII));
        await().until(() -> streams() == 1);
        return socket;
    }

    private static ArrayList<Long> numbers(Socket socket, int many) throws IOException {
        var numbers = new ArrayList<Long>();
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var text = new StringBuilder();
        while (numbers.size() < many) {
            var line = reader.readLine(); // chunks cut lines, so only the beginning of each is looked at
            if (line.startsWith("data:")) {
                text.setLength(0);
                text.append(line);
                numbers.add(Long.valueOf(text.toString().replaceAll("(?s).*\"number\": ?(\\d+).*", "$1")));
            }
        }
        return numbers;
    }

    private void awaitRelay() {
        await().until(() -> Stores.database("messaging")
                .askAsSuperuser("select (select max(sequence) from outbox) <= sequence from outbox_position")
                .equals(java.util.List.of("t")));
    }

    private double frames() {
        return meters.counter("posthorn.realtime.frames").count();
    }

    private double streams() {
        return meters.get("posthorn.realtime.streams").gauge().value();
    }
}
