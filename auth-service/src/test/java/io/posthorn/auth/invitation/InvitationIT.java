package io.posthorn.auth.invitation;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.People.accept;
import static io.posthorn.auth.People.as;
import static io.posthorn.auth.People.invite;
import static io.posthorn.auth.People.joined;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class InvitationIT {
    @Test
    void whoHasNoAccountGetsOneInThisWorkspace() {
        var ada = AuthApi.signedUp();
        var email = AuthApi.anAddress();
        invite(ada, email, "agent").then().statusCode(201).body("email", equalTo(email));
        var letter = MailSink.letter(email, "invites you to Engines Ltd");

        var answer = accept(letter.code(), "Grace Hopper", PASSWORD);

        answer.then()
                .statusCode(200)
                .body("workspace.id", equalTo(ada.workspaceId().toString()))
                .body("workspace.role", equalTo("agent"))
                .body("user.emailVerified", equalTo(true));
        AuthApi.login(email, PASSWORD).then().statusCode(200).body("workspace.name", equalTo("Engines Ltd"));
        accept(letter.code(), "Grace Hopper", PASSWORD).then().statusCode(422).body("code", equalTo("proof_invalid"));
        as(ada).get("/api/v1/invitations").then().body("data", hasSize(0));
        assertThat(letter.subject()).isEqualTo("Ada Lovelace invites you to Engines Ltd");
    }

    @Test
    void whoHasAnAccountGivesItsPassword() {
        var ada = AuthApi.signedUp();
        var grace = AuthApi.signedUp();
        invite(ada, grace.email(), "admin").then().statusCode(201);
        var code = MailSink.letter(grace.email(), "invites you").code();

        accept(code, "Somebody else", "a wrong password")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"));
        var answer = accept(code, "Somebody else", PASSWORD);

        answer.then()
                .statusCode(200)
                .body("user.fullName", equalTo("Ada Lovelace"))
                .body("workspace.role", equalTo("admin"));
        as(SignedIn.of(answer)).get("/api/v1/workspaces").then().body("data", hasSize(2));
    }

    @Test
    void anInvitationIsTakenBack() {
        var ada = AuthApi.signedUp();
        var email = AuthApi.anAddress();
        var id = invite(ada, email, "agent").jsonPath().getString("id");
        var code = MailSink.letter(email, "invites you").code();

        as(ada).delete("/api/v1/invitations/" + id).then().statusCode(204);

        as(ada).delete("/api/v1/invitations/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("invitation_not_found"));
        accept(code, "Grace Hopper", PASSWORD).then().statusCode(422);
    }

    @Test
    void anInvitationIsTooOldAfterAWeekAndTheNextOneReplacesIt() {
        var ada = AuthApi.signedUp();
        var email = AuthApi.anAddress();
        invite(ada, email, "agent").then().statusCode(201);
        var code = MailSink.letter(email, "invites you").code();
        change("update invitation set expires_at = now() where email = '%s'", email);

        accept(code, "Grace Hopper", PASSWORD).then().statusCode(422).body("code", equalTo("proof_invalid"));
        as(ada).get("/api/v1/invitations").then().body("data", hasSize(0));
        invite(ada, email, "viewer").then().statusCode(201);
        invite(ada, email, "viewer").then().statusCode(201);
        as(ada).get("/api/v1/invitations").then().body("data", hasSize(1));
    }

    @Test
    void nobodyInvitesAboveHimself() {
        var ada = AuthApi.signedUp();
        var admin = joined(ada, "admin");
        var agent = joined(ada, "agent");

        invite(admin, AuthApi.anAddress(), "owner").then().statusCode(422).body("errors[0].pointer", equalTo("/role"));
        invite(agent, AuthApi.anAddress(), "viewer").then().statusCode(403);
        invite(ada, admin.email(), "agent").then().statusCode(409).body("code", equalTo("already_member"));
    }

    @Test
    void nobodyMakesAMillOfIt() {
        var ada = AuthApi.signedUp();
        for (int letter = 0; letter < 50; letter++) {
            invite(ada, AuthApi.anAddress(), "viewer").then().statusCode(201);
        }

        invite(ada, AuthApi.anAddress(), "viewer")
                .then()
                .statusCode(409)
                .body("code", equalTo("invitation_limit_reached"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"nobody\",\"role\":\"agent\"}|/email",
                "{\"email\":\"a@b.example\",\"role\":\"king\"}|/role",
                "{\"email\":\"a@b.example\",\"role\":\"agent\",\"language\":\"tlh\"}|/language"
            })
    void aWrongInvitationIsRefused(String body, String pointer) {
        var ada = AuthApi.signedUp();

        as(ada).body(body)
                .post("/api/v1/invitations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));

        assertThat(stored("select count(*) from invitation where workspace_id = '%s'", ada.workspaceId()))
                .isEqualTo("0");
    }

    @Test
    void anAccountNeedsANameAndAGoodPassword() {
        var ada = AuthApi.signedUp();
        var email = AuthApi.anAddress();
        invite(ada, email, "agent");
        var code = MailSink.letter(email, "invites you").code();

        accept(code, null, PASSWORD).then().statusCode(422).body("errors[0].pointer", equalTo("/fullName"));
        accept(code, "Grace Hopper", "password1").then().statusCode(422).body("code", equalTo("password_too_common"));
        accept(code, "Grace Hopper", PASSWORD).then().statusCode(200);
    }

    @Test
    void invitationsOfOthersDoNotExist() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();
        var id = invite(ada, AuthApi.anAddress(), "agent").jsonPath().getString("id");

        as(eve).delete("/api/v1/invitations/" + id).then().statusCode(404);
        as(eve).get("/api/v1/invitations").then().body("data", hasSize(0));
        as(ada).get("/api/v1/invitations").then().body("data", hasSize(1));
    }
}
