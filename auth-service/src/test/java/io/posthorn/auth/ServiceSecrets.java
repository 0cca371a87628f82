package io.posthorn.auth;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The client secrets of two of our processes; template has an empty one, admin none. */
public class ServiceSecrets implements QuarkusTestResourceLifecycleManager {
    public static final String MESSAGING = "messaging-secret-messaging-secret-messaging-secret-messaging-sec";
    public static final String GATEWAY = "gateway-secret-gateway-secret-gateway-secret-gateway-secret-gat";

    /** Makes the first operator. */
    public static final String CLAIM_TOKEN = "claim-token-claim-token-claim-token-claim-token-claim-token-clai";

    /** Names a sixth process, which only the tests know. */
    public static final Path FILE = Path.of(
            System.getProperty("java.io.tmpdir"),
            "posthorn-client-secrets-%d".formatted(ProcessHandle.current().pid()));

    public static void writeFile(String content) {
        try {
            Files.writeString(FILE, content);
            FILE.toFile().deleteOnExit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Map<String, String> start() {
        writeFile("probe=probe-first\n");
        return Map.of(
                "posthorn.auth.client-secrets.messaging",
                MESSAGING,
                "posthorn.auth.client-secrets.gateway",
                GATEWAY,
                "posthorn.auth.client-secrets.template",
                "",
                "posthorn.auth.client-secrets.media",
                "media-new,media-old",
                "posthorn.auth.service-identity.client-secrets-file",
                FILE.toString(),
                "posthorn.auth.operator.claim-token",
                CLAIM_TOKEN);
    }

    /** Nothing was started. */
    @Override
    public void stop() {}

    public static Response token(String service, String secret) {
        AuthApi.ready();
        return given().auth().preemptive().basic(service, secret).post("/internal/token");
    }

    /** The gateway's token. */
    public static String gatewayToken() {
        return token("gateway", GATEWAY).jsonPath().getString("accessToken");
    }
}
