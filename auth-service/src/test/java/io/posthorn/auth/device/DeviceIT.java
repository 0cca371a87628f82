package io.posthorn.auth.device;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class DeviceIT {
    @Test
    void sessionsAreListedByNameAddressAndUse() {
        var ada = AuthApi.signedUp();
        var phone = login(ada.email(), "Ada's phone");
        login(ada.email(), null);

        var answer = as(phone).get("/api/v1/auth/sessions");

        answer.then()
                .statusCode(200)
                .body("data", hasSize(3))
                .body("data[0].device", equalTo("Some browser"))
                .body("data[0].current", equalTo(false))
                .body("data[1].id", equalTo(phone.sessionId().toString()))
                .body("data[1].device", equalTo("Ada's phone"))
                .body("data[1].address", equalTo("203.0.113.7"))
                .body("data[1].current", equalTo(true));
    }

    @Test
    void theListIsPaged() {
        var ada = AuthApi.signedUp();
        login(ada.email(), "second");

        var first = as(ada).get("/api/v1/auth/sessions?limit=1");
        var second = as(ada).get("/api/v1/auth/sessions?limit=1&cursor="
                + first.jsonPath().getString("nextCursor"));

        assertThat(first.jsonPath().getString("data[0].device")).isEqualTo("second");
        assertThat(second.jsonPath().getString("data[0].id"))
                .isEqualTo(ada.sessionId().toString());
        second.then().body("hasMore", equalTo(false));
    }

    @Test
    void oneSessionCanBeEndedFromAnother() {
        var ada = AuthApi.signedUp();
        var lost = login(ada.email(), "lost phone");

        end(ada, lost.sessionId()).then().statusCode(204);
        end(ada, lost.sessionId()).then().statusCode(204);

        AuthApi.refresh(lost.refreshToken()).then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(lost.accessToken()).then().statusCode(401));
        as(ada).get("/api/v1/auth/sessions").then().body("data", hasSize(1));
    }

    @Test
    void allOthersCanBeEndedAtOnce() {
        var ada = AuthApi.signedUp();
        var one = login(ada.email(), "one");
        var two = login(ada.email(), "two");

        as(ada).delete("/api/v1/auth/sessions").then().statusCode(204);

        AuthApi.refresh(one.refreshToken()).then().statusCode(401);
        AuthApi.refresh(two.refreshToken()).then().statusCode(401);
        AuthApi.refresh(ada.refreshToken()).then().statusCode(200);
    }

    @Test
    void nobodySeesOrEndsSessionsOfOthers() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        var foreign = end(eve, ada.sessionId());
        var nobodys = end(eve, UUID.randomUUID());

        foreign.then().statusCode(404).body("code", equalTo("session_not_found"));
        nobodys.then().statusCode(404).body("code", equalTo("session_not_found"));
        AuthApi.me(ada.accessToken()).then().statusCode(200);
        as(eve).get("/api/v1/auth/sessions").then().body("data", hasSize(1));
    }

    @Test
    void anEndedSessionListsNothing() {
        var ada = AuthApi.signedUp();
        AuthApi.logout(ada.accessToken()).then().statusCode(204);

        as(ada).get("/api/v1/auth/sessions").then().statusCode(401);
    }

    private static SignedIn login(String email, String deviceName) {
        var body = new JsonObject().put("email", email).put("password", PASSWORD);
        if (deviceName != null) {
            body.put("deviceName", deviceName);
        }
        return SignedIn.of(given().contentType("application/json")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("User-Agent", "Some browser")
                .body(body.encode())
                .post("/api/v1/auth/login"));
    }

    private static Response end(SignedIn person, UUID id) {
        return as(person).delete("/api/v1/auth/sessions/" + id);
    }

    private static RequestSpecification as(SignedIn person) {
        return given().header("Authorization", "Bearer " + person.accessToken());
    }
}
