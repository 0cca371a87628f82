package io.posthorn.auth;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.response.Response;
import java.util.Map;

/** The client secrets of two of our processes; template has an empty one, admin none. */
public class ServiceSecrets implements QuarkusTestResourceLifecycleManager {
    public static final String MESSAGING = "messaging-secret-messaging-secret-messaging-secret-messaging-sec";
    public static final String GATEWAY = "gateway-secret-gateway-secret-gateway-secret-gateway-secret-gat";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "posthorn.auth.client-secrets.messaging", MESSAGING,
                "posthorn.auth.client-secrets.gateway", GATEWAY,
                "posthorn.auth.client-secrets.template", "");
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
