package io.posthorn.gateway.route;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Equipped;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.Logged;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the table change while the gateway runs. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Equipped.class)
class TableIT {
    private static final String PATH = "/api/v1/pair";

    private final int first = GatewayWorld.freePort();
    private final int second = GatewayWorld.freePort();
    private final String row = """
            posthorn.gateway.upstreams.pair.url=http://localhost:%d,http://localhost:%d
            posthorn.gateway.routes.pair.path=/api/v1/pair
            posthorn.gateway.routes.pair.upstream=pair
            posthorn.gateway.routes.pair.access=public
            """.formatted(first, second);

    private StubUpstream one;
    private StubUpstream two;

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
        one = StubUpstream.at("one " + first, first);
        two = StubUpstream.at("two " + second, second);
    }

    @AfterEach
    void stopReplicas() {
        one.stop();
        two.stop();
        write("");
        await().until(() -> Client.get(PATH).status() == 404);
    }

    @Test
    void takesANewRowAndLosesItAgain() {
        assertThat(Client.get(PATH).status()).isEqualTo(404);

        write(row + "posthorn.gateway.aliases.duo.path=/duo\nposthorn.gateway.aliases.duo.target=/api/v1/pair\n");

        await().until(() -> Client.get("/duo/7").status() == 200);
        assertThat(Client.get("/api/v1/channels").status())
                .as("what stood there before")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posthorn.gateway.routes.bad.path=no-slash\nposthorn.gateway.routes.bad.upstream=pair\n",
                "posthorn.gateway.routes.bad.path=/bad\nposthorn.gateway.routes.bad.upstream=nobody\n",
                "posthorn.gateway.routes.pair.access=perhaps\n"
            })
    void keepsTheTableThatWorks(String mistake) {
        take();

        try (var logged = Logged.here()) {
            write(row + mistake);
            await().until(() -> logged.lines().stream().anyMatch(line -> line.contains("the one before it holds on")));
        }

        assertThat(Client.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void sharesRequestsAmongReplicas() {
        take();
        one.forget();
        two.forget();

        for (int i = 0; i < 20; i++) {
            Client.get(PATH + "/7");
        }

        assertThat(one.received().size()).isBetween(5, 15);
        assertThat(two.received().size()).isBetween(5, 15);
    }

    @Test
    void losesNoReadWhileReplicasAreRestartedOneAfterTheOther() {
        take();
        for (int restarts = 0; restarts < 2; restarts++) {
            one.stop();
            assertThatAllReadsPass();
            one = StubUpstream.at("one " + first, first);
            two.stop();
            assertThatAllReadsPass();
            two = StubUpstream.at("two " + second, second);
        }
    }

    @Test
    void asksForARole() {
        write(row.replace("access=public", "access=user") + "posthorn.gateway.routes.pair.roles=owner,admin\n");
        await().until(() -> Client.get(PATH).status() == 401);

        assertThat(statusFor("admin")).isEqualTo(200);
        assertThat(statusFor("agent")).isEqualTo(403);
    }

    private void take() {
        write(row);
        await().until(() -> Client.get(PATH).status() == 200);
    }

    private static void assertThatAllReadsPass() {
        for (int i = 0; i < 20; i++) {
            var answer = Client.get(PATH);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private static int statusFor(String role) {
        var token = TestToken.aToken().role(role).make();
        return Client.send(Client.to(PATH)
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .status();
    }

    private static void write(String rows) {
        var file = ConfigProvider.getConfig().getValue("posthorn.gateway.table.file", Path.class);
        try {
            var next = Files.writeString(file.resolveSibling("next"), rows);
            Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
