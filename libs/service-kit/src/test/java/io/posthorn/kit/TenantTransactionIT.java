package io.posthorn.kit;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.testkit.CatalogueRules;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@KitTest
class TenantTransactionIT {
    private final UUID workspace = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"session", "connection"})
    void storesTheRowAndItsEventTogether(String form) {
        var answer = post(form, "hello", null);

        answer.then().statusCode(200);
        assertThat(count("note")).isEqualTo("1");
        assertThat(count("outbox")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"session,before event", "session,after event", "connection,before event", "connection,after event"})
    void aCrashInBetweenLeavesNeither(String form, String where) {
        var answer = post(form, where, null);

        answer.then().statusCode(500).body("code", org.hamcrest.Matchers.equalTo("internal_error"));
        assertThat(answer.asString()).doesNotContain("Crashed");
        assertThat(count("note")).isEqualTo("0");
        assertThat(count("outbox")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "connection"})
    void aRepeatedKeyRepeatsTheAnswer(String form) {
        var first = post(form, "once", "key-1");

        var second = post(form, "once", "key-1");

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(count("note")).isEqualTo("1");
        post(form, "another", "key-1").then().statusCode(422);
        post(form, "once", "not a key").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "connection"})
    void aPersonAndTheirApiKeysHaveKeysOfTheirOwn(String form) {
        var apiKey = UUID.randomUUID();
        var person = Tokens.token(workspace, user, "agent");
        var program = Tokens.ofApiKey(workspace, user, apiKey, "agent");
        var otherProgram = Tokens.ofApiKey(workspace, user, UUID.randomUUID(), "agent");
        var first = post(form, "mine", "key-1", program);

        var again = post(form, "mine", "key-1", Tokens.ofApiKey(workspace, user, apiKey, "agent"));

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(List.of(person, otherProgram))
                .allSatisfy(
                        other -> post(form, "another", "key-1", other).then().statusCode(200));
        assertThat(count("note")).isEqualTo("3");
    }

    @Test
    void withoutTheSettingThereAreNoRowsAndNoError() {
        post("connection", "mine", null).then().statusCode(200);

        var seen = Stores.database("auth").ask("runtime", "select count(*) from note");

        assertThat(seen).containsExactly("0");
    }

    @Test
    void theCatalogueIsProtected() {
        CatalogueRules.verify(Stores.database("auth"), Set.of(), Set.of());
    }

    @Test
    void relayPublishesWhatWasAppended() {
        post("connection", "told", null).then().statusCode(200);

        await().untilAsserted(() -> assertThat(Stores.database("auth")
                        .askAsSuperuser("select (select max(sequence) from outbox) - sequence from outbox_position"))
                .containsExactly("0"));
    }

    private Response post(String form, String text, String key) {
        return post(form, text, key, Tokens.token(workspace, user, "agent"));
    }

    private static Response post(String form, String text, String key, String token) {
        var request = given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"text\":\"%s\"}".formatted(text));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/notes/" + form);
    }

    private String count(String table) {
        return Stores.database("auth")
                .askAsSuperuser("select count(*) from %s where workspace_id = '%s'".formatted(table, workspace))
                .getFirst();
    }
}
