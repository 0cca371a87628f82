package io.posthorn.auth.account;

import static io.posthorn.auth.AuthApi.stored;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class AccountResourceIT {
    @Test
    void aNameCanBeChanged() {
        var ada = AuthApi.signedUp();

        var answer = rename(ada, "{\"fullName\":\" \u0410\u0434\u0430 \ud83d\udc69\u200d\ud83d\udcbb \"}");

        answer.then()
                .statusCode(200)
                .body("user.fullName", equalTo("\u0410\u0434\u0430 \ud83d\udc69\u200d\ud83d\udcbb"));
        AuthApi.me(ada.accessToken())
                .then()
                .body("user.fullName", equalTo("\u0410\u0434\u0430 \ud83d\udc69\u200d\ud83d\udcbb"))
                .body("user.email", equalTo(ada.email()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|/fullName",
                "{\"fullName\":null}|422|/fullName",
                "{\"fullName\":\"  \"}|422|/fullName",
                "{\"fullName\":7}|400|/fullName",
                "{\"fullName\":\"Ada\",\"email\":\"eve@example.com\"}|400|/email"
            })
    void aWrongChangeIsRefusedAndChangesNothing(String body, int status, String pointer) {
        var ada = AuthApi.signedUp();

        var answer = rename(ada, body);

        answer.then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
        assertThat(stored("select full_name || email from account where id = '%s'", ada.userId()))
                .isEqualTo("Ada Lovelace" + ada.email());
    }

    @Test
    void aNameHasAtMost120Characters() {
        var ada = AuthApi.signedUp();

        rename(ada, "{\"fullName\":\"%s\"}".formatted("a".repeat(120))).then().statusCode(200);
        rename(ada, "{\"fullName\":\"%s\"}".formatted("a".repeat(121))).then().statusCode(422);
    }

    private static Response rename(SignedIn person, String body) {
        return given().header("Authorization", "Bearer " + person.accessToken())
                .contentType("application/json")
                .body(body)
                .patch("/api/v1/auth/me");
    }
}
