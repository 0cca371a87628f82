package io.posthorn.auth;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.restassured.RestAssured.given;

import io.posthorn.auth.AuthApi.SignedIn;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;

/** Brings people together in a workspace. */
public final class People {
    private People() {}

    public static RequestSpecification as(SignedIn person) {
        return given().header("Authorization", "Bearer " + person.accessToken()).contentType("application/json");
    }

    public static Response invite(SignedIn inviter, String email, String role) {
        return as(inviter)
                .body(new JsonObject().put("email", email).put("role", role).encode())
                .post("/api/v1/invitations");
    }

    public static Response accept(String code, String fullName, String password) {
        return AuthApi.post(
                "invitations/accept",
                new JsonObject()
                        .put("token", code)
                        .put("fullName", fullName)
                        .put("password", password)
                        .encode());
    }

    /** Somebody new, in the inviter's workspace and in no other. */
    public static SignedIn joined(SignedIn inviter, String role) {
        var email = AuthApi.anAddress();
        invite(inviter, email, role).then().statusCode(201);
        var answer = accept(MailSink.letter(email, "invites you").code(), "Grace Hopper", PASSWORD);
        answer.then().statusCode(200);
        return SignedIn.of(answer);
    }

    public static Response changeRole(SignedIn actor, SignedIn member, String role) {
        return as(actor).body(new JsonObject().put("role", role).encode()).patch("/api/v1/members/" + member.userId());
    }
}
