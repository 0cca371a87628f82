package io.posthorn.auth.membership;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.claims;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.auth.People;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class MembershipIT {
    @Test
    void anotherWorkspaceIsMineAndTokensForItAreToBeHad() {
        var ada = AuthApi.signedUp();

        var founded = found(ada, "Poetry Ltd");
        var id = founded.jsonPath().getString("id");
        var switched = as(ada).post("/api/v1/workspaces/%s/switch".formatted(id));

        founded.then().statusCode(201).body("name", equalTo("Poetry Ltd")).body("role", equalTo("owner"));
        switched.then().statusCode(200).body("workspace.id", equalTo(id));
        var token = switched.jsonPath().getString("accessToken");
        assertThat(claims(token).getString("workspace")).isEqualTo(id);
        AuthApi.me(token).then().statusCode(200).body("workspace.name", equalTo("Poetry Ltd"));
        AuthApi.me(ada.accessToken()).then().statusCode(200).body("workspace.name", equalTo("Engines Ltd"));
        AuthApi.refresh(switched.jsonPath().getString("refreshToken")).then().statusCode(200);
        as(ada).get("/api/v1/workspaces").then().body("data", hasSize(2));
        assertThat(stored("select type from outbox where workspace_id = '%s' and version = 1", id))
                .isEqualTo("posthorn.auth.workspace-created");
    }

    @Test
    void goingToAndFroMakesNoLoginLonger() {
        var ada = AuthApi.signedUp();
        var id = found(ada, "Poetry Ltd").jsonPath().getString("id");
        change("update session set ends_at = now() + interval '1 hour' where id = '%s'", ada.sessionId());

        as(ada).post("/api/v1/workspaces/%s/switch".formatted(id)).then().statusCode(200);

        assertThat(stored(
                        "select max(ends_at) < now() + interval '2 hours' from session where workspace_id = '%s'", id))
                .isEqualTo("t");
    }

    @Test
    void aWorkspaceIsRenamedByWhoIsThereAndMay() {
        var ada = AuthApi.signedUp();
        var grace = People.joined(ada, "agent");

        rename(ada, ada.workspaceId(), "Analytical Engines")
                .then()
                .statusCode(200)
                .body("name", equalTo("Analytical Engines"));

        rename(grace, ada.workspaceId(), "Mine now").then().statusCode(403);
        AuthApi.me(grace.accessToken()).then().body("workspace.name", equalTo("Analytical Engines"));
        rename(ada, UUID.fromString(found(ada, "Other").jsonPath().getString("id")), "x")
                .then()
                .statusCode(404);
        rename(ada, ada.workspaceId(), " ").then().statusCode(422);
    }

    @Test
    void workspacesOfOthersDoNotExist() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        for (var foreign : new UUID[] {ada.workspaceId(), UUID.randomUUID()}) {
            as(eve).get("/api/v1/workspaces/" + foreign)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("workspace_not_found"));
            as(eve).post("/api/v1/workspaces/%s/switch".formatted(foreign))
                    .then()
                    .statusCode(404);
            rename(eve, foreign, "Intruder").then().statusCode(404);
        }
        as(eve).get("/api/v1/workspaces").then().body("data", hasSize(1));
    }

    @Test
    void aRepeatedKeyFoundsNothingTwice() {
        var ada = AuthApi.signedUp();
        var key = UUID.randomUUID().toString();

        var first = as(ada).header("Idempotency-Key", key)
                .body("{\"name\":\"Once\"}")
                .post("/api/v1/workspaces");
        var again = as(ada).header("Idempotency-Key", key)
                .body("{\"name\":\"Once\"}")
                .post("/api/v1/workspaces");

        assertThat(again.asString()).isEqualTo(first.asString());
        as(ada).get("/api/v1/workspaces").then().body("data", hasSize(2));
    }

    private static Response found(SignedIn person, String name) {
        return as(person).body("{\"name\":\"%s\"}".formatted(name)).post("/api/v1/workspaces");
    }

    private static Response rename(SignedIn person, UUID id, String name) {
        return as(person).body("{\"name\":\"%s\"}".formatted(name)).patch("/api/v1/workspaces/" + id);
    }
}
