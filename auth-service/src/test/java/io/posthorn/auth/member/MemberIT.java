package io.posthorn.auth.member;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.People.as;
import static io.posthorn.auth.People.changeRole;
import static io.posthorn.auth.People.joined;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class MemberIT {
    @Test
    void everyMemberSeesTheOthers() {
        var ada = AuthApi.signedUp();
        var grace = joined(ada, "viewer");

        var list = as(grace).get("/api/v1/members");

        list.then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data.email", hasItems(ada.email(), grace.email()))
                .body("data.role", hasItems("owner", "viewer"));
        var first = as(grace).get("/api/v1/members?limit=1");
        var second = as(grace)
                .get("/api/v1/members?limit=1&cursor=" + first.jsonPath().getString("nextCursor"));
        assertThat(second.jsonPath().getString("data[0].id"))
                .isNotEqualTo(first.jsonPath().getString("data[0].id"));
    }

    @Test
    void whoMayDoMoreSeesItAtTheNextRefresh() {
        var ada = AuthApi.signedUp();
        var grace = joined(ada, "agent");

        changeRole(ada, grace, "admin").then().statusCode(200).body("role", equalTo("admin"));

        var refreshed = AuthApi.refresh(grace.refreshToken());
        refreshed.then().statusCode(200);
        assertThat(AuthApi.claims(refreshed.jsonPath().getString("accessToken"))
                        .getJsonArray("roles")
                        .getList())
                .isEqualTo(List.of("admin"));
    }

    @Test
    void whoMayDoLessIsLoggedOut() {
        var ada = AuthApi.signedUp();
        var grace = joined(ada, "admin");

        changeRole(ada, grace, "viewer").then().statusCode(200).body("role", equalTo("viewer"));

        AuthApi.refresh(grace.refreshToken()).then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(grace.accessToken()).then().statusCode(401));
        AuthApi.login(grace.email(), PASSWORD).then().statusCode(200).body("workspace.role", equalTo("viewer"));
    }

    @Test
    void onlyOwnersMakeAndChangeOwners() {
        var ada = AuthApi.signedUp();
        var admin = joined(ada, "admin");
        var agent = joined(ada, "agent");

        changeRole(admin, agent, "owner").then().statusCode(403);
        changeRole(admin, ada, "viewer").then().statusCode(403);
        changeRole(agent, agent, "admin").then().statusCode(403);
        remove(admin, ada).then().statusCode(403);
        remove(agent, admin).then().statusCode(403);
        changeRole(admin, agent, "viewer").then().statusCode(200);
        changeRole(ada, admin, "owner").then().statusCode(200);
    }

    @Test
    void theLastOwnerCanNeitherLeaveNorBecomeLess() {
        var ada = AuthApi.signedUp();
        joined(ada, "admin");

        remove(ada, ada).then().statusCode(409).body("code", equalTo("last_owner"));
        changeRole(ada, ada, "admin").then().statusCode(409).body("code", equalTo("last_owner"));
        AuthApi.me(ada.accessToken()).then().statusCode(200).body("workspace.role", equalTo("owner"));
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
        var ada = AuthApi.signedUp();
        var grace = joined(ada, "owner");

        List<Callable<Integer>> leaving = List.of(
                () -> remove(ada, ada).statusCode(), () -> remove(grace, grace).statusCode());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses =
                    threads.invokeAll(leaving).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        }

        assertThat(stored(
                        "select count(*) from membership where workspace_id = '%s' and role = 'owner'",
                        ada.workspaceId()))
                .isEqualTo("1");
    }

    @Test
    void ownershipIsTransferredWholly() {
        var ada = AuthApi.signedUp();
        var grace = joined(ada, "agent");

        as(ada).post("/api/v1/members/%s/transfer-ownership".formatted(grace.userId()))
                .then()
                .statusCode(204);

        assertThat(stored(
                        "select string_agg(role, ' ' order by role) from membership where workspace_id = '%s'",
                        ada.workspaceId()))
                .isEqualTo("admin owner");
        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        AuthApi.login(grace.email(), PASSWORD).then().body("workspace.role", equalTo("owner"));
    }

    @Test
    void whoIsRemovedIsOutWithSessionsAndKeysAndKeepsAnAccount() {
        var ada = AuthApi.signedUp();
        var grace = joined(ada, "admin");
        var key = as(grace)
                .body("{\"name\":\"Hers\",\"scopes\":[\"messages:read\"]}")
                .post("/api/v1/api-keys");
        key.then().statusCode(201);

        remove(ada, grace).then().statusCode(204);
        remove(ada, grace).then().statusCode(404).body("code", equalTo("member_not_found"));

        AuthApi.refresh(grace.refreshToken()).then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(grace.accessToken()).then().statusCode(401));
        as(ada).get("/api/v1/api-keys/" + key.jsonPath().getString("id")).then().statusCode(200);
        assertThat(stored("select revoked_at is not null from api_key where workspace_id = '%s'", ada.workspaceId()))
                .isEqualTo("t");
        var again = AuthApi.login(grace.email(), PASSWORD);
        again.then()
                .statusCode(200)
                .body("workspace.role", equalTo("owner"))
                .body("workspace.name", equalTo("Grace Hopper"));
        assertThat(again.jsonPath().getUUID("workspace.id")).isNotEqualTo(ada.workspaceId());
        assertThat(stored("select string_agg(type, ' ') from outbox where workspace_id = '%s'", ada.workspaceId()))
                .contains("member-joined", "session-revoked", "api-key-revoked", "member-removed");
    }

    @Test
    void membersOfOthersDoNotExist() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        as(eve).get("/api/v1/members/" + ada.userId()).then().statusCode(404).body("code", equalTo("member_not_found"));
        changeRole(eve, ada, "viewer").then().statusCode(404);
        remove(eve, ada).then().statusCode(404);
        as(eve).post("/api/v1/members/%s/transfer-ownership".formatted(ada.userId()))
                .then()
                .statusCode(404);
        as(eve).get("/api/v1/members").then().body("data", hasSize(1));
    }

    private static Response remove(SignedIn actor, SignedIn member) {
        return as(actor).delete("/api/v1/members/" + member.userId());
    }
}
