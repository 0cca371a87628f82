package io.posthorn.auth.guard;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.MailSink;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class GuardIT {
    private final String home = network();
    private final String elsewhere = network();

    @Test
    void aStrangerHasToWaitAndTheOwnerDoesNot() {
        var email = registeredAtHome();

        wrong(5, email, elsewhere);
        var stranger = login(email, PASSWORD, elsewhere);
        var owner = login(email, PASSWORD, home);

        stranger.then().statusCode(429).body("code", equalTo("login_throttled"));
        assertThat(Integer.parseInt(stranger.header("Retry-After"))).isBetween(1, 31);
        owner.then().statusCode(200);
    }

    @Test
    void theOwnerIsToldOnceAndComesInFromAnywhereByTheLetter() {
        var email = registeredAtHome();
        wrong(5, email, elsewhere);

        var code = MailSink.letter(email, "Somebody tried to log in").code();
        AuthApi.post(
                        "password/reset",
                        new JsonObject()
                                .put("token", code)
                                .put("password", "seven quiet owls on a wire")
                                .encode())
                .then()
                .statusCode(204);

        login(email, "seven quiet owls on a wire", elsewhere).then().statusCode(200);
        assertThat(MailSink.to(email).stream().filter(mail -> mail.subject().contains("Somebody")))
                .hasSize(1);
        assertThat(stored(
                        "select count(*) from outbox where type = 'posthorn.auth.login-locked' and workspace_id in"
                                + " (select workspace_id from membership m join account a on a.id = m.account_id where"
                                + " a.email = '%s')",
                        email))
                .isEqualTo("1");
    }

    @Test
    void anUnknownAddressIsTreatedAlike() {
        var known = registeredAtHome();
        var unknown = AuthApi.anAddress();

        wrong(5, known, elsewhere);
        wrong(5, unknown, elsewhere);

        var first = login(known, "wrong again", elsewhere);
        var second = login(unknown, "wrong again", elsewhere);
        first.then().statusCode(429);
        second.then().statusCode(429);
        assertThat(second.jsonPath().getString("detail"))
                .isEqualTo(first.jsonPath().getString("detail"));
        await().untilAsserted(() ->
                assertThat(stored("select count(*) from recovery_wish")).isEqualTo("0"));
        assertThat(MailSink.to(unknown)).isEmpty();
    }

    @Test
    void whoSpraysOnePasswordOverManyAccountsHasToWait() {
        for (int account = 0; account < 50; account++) {
            login(AuthApi.anAddress(), PASSWORD, elsewhere).then().statusCode(401);
        }

        login(AuthApi.anAddress(), PASSWORD, elsewhere).then().statusCode(429);
        login(registeredAtHome(), PASSWORD, home).then().statusCode(200);
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBeforeIt() {
        var email = registeredAtHome();

        for (int round = 0; round < 3; round++) {
            wrong(4, email, home);
            login(email, PASSWORD, home).then().statusCode(200);
        }
    }

    @Test
    void theWaitPasses() {
        var email = registeredAtHome();
        wrong(5, email, elsewhere);
        login(email, PASSWORD, elsewhere).then().statusCode(429);

        change("update login_guard set failed_at = failed_at - interval '31 seconds'");

        login(email, PASSWORD, elsewhere).then().statusCode(200);
    }

    private String registeredAtHome() {
        AuthApi.ready();
        var email = AuthApi.anAddress();
        given().contentType("application/json")
                .header("X-Forwarded-For", home)
                .body(new JsonObject()
                        .put("email", email)
                        .put("password", PASSWORD)
                        .put("fullName", "Ada Lovelace")
                        .encode())
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201);
        return email;
    }

    private static void wrong(int times, String email, String network) {
        for (int time = 0; time < times; time++) {
            login(email, "wrong password " + time, network).then().statusCode(401);
        }
    }

    private static Response login(String email, String password, String network) {
        AuthApi.ready();
        return given().contentType("application/json")
                .header("X-Forwarded-For", network)
                .body(new JsonObject()
                        .put("email", email)
                        .put("password", password)
                        .encode())
                .post("/api/v1/auth/login");
    }

    private static String network() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
