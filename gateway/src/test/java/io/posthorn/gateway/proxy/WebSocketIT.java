package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Equipped;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RedisDoor;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Equipped.class)
class WebSocketIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String session = UUID.randomUUID().toString();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
        StubUpstream.named("messaging").stream(request -> request.toWebSocket()
                .onSuccess(socket -> socket.textMessageHandler(text -> socket.writeTextMessage("heard " + text))));
    }

    @Test
    void passesWordsInBothDirections() {
        var socket = open("/api/v1/socket?topic=all");

        socket.sendText("one", true).join();
        socket.sendText("two", true).join();
        await().untilAsserted(() -> assertThat(heard).containsExactly("heard one", "heard two"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

        assertThat(closed.join()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.uri()).isEqualTo("/api/v1/socket?topic=all");
        assertThat(arrived.header("X-User-Id")).as("forged").isNull();
        assertThat(arrived.header("X-Request-Id")).isNotNull();
    }

    @Test
    void endsWithItsSession() {
        open("/api/v1/socket").sendText("one", true).join();
        await().until(() -> heard.size() == 1);

        RedisDoor.revoke(session);

        await().until(closed::isDone);
    }

    @Test
    void letsNobodyInWithoutAToken() {
        assertThatThrownBy(() -> HTTP.newWebSocketBuilder()
                        .buildAsync(uri("/api/v1/socket"), new WebSocket.Listener() {})
                        .join())
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(401));
        assertThat(StubUpstream.named("messaging").received()).isEmpty();
    }

    @Test
    void opensOnlyWhereTheTableAllowsIt() {
        StubUpstream.startAll();

        assertThatThrownBy(() -> open("/api/v1/contacts")).cause().isInstanceOf(WebSocketHandshakeException.class);

        assertThat(StubUpstream.named("messaging").only().header("Upgrade")).isNull();
    }

    private WebSocket open(String path) {
        return HTTP.newWebSocketBuilder()
                .header(
                        "Authorization",
                        "Bearer " + TestToken.aToken().session(session).make())
                .header("X-User-Id", "7")
                .buildAsync(uri(path), new Listener())
                .join();
    }

    private static URI uri(String path) {
        return URI.create("ws://localhost:" + Client.port() + path);
    }

    private final class Listener implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            closed.complete(-1);
        }
    }
}
