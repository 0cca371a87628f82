package io.posthorn.messaging;

import static io.restassured.RestAssured.given;

import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.posthorn.testkit.World;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** A workspace of its own with a number of its own, and what its people do. */
public final class Team {
    public final UUID workspace = UUID.randomUUID();
    public final UUID user = UUID.randomUUID();
    public final World world;
    public final String channelId;

    private Team(World world) {
        this.world = world;
        this.channelId = as("admin")
                .body(world.channelRequest("Support"))
                .post("/api/v1/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Team connected() {
        return new Team(World.create());
    }

    public RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + Tokens.token(workspace, user, role))
                .contentType("application/json");
    }

    public RequestSpecification agent() {
        return as("agent");
    }

    public JsonPath get(String path, Object... parameters) {
        return agent().get(path, parameters).then().statusCode(200).extract().jsonPath();
    }

    public List<String> conversationIds() {
        return get("/api/v1/conversations?limit=100").getList("data.id");
    }

    /** Answers the message's id. */
    public String send(String conversationId, String text) {
        return agent().body("{\"conversationId\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                        .formatted(conversationId, text))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Lets the time of a scheduled message come. */
    public void becomesDue(String messageId) {
        Stores.database("messaging")
                .askAsSuperuser(
                        "update send_task set due_at = now() where message_id = '%s'; select 1".formatted(messageId));
    }

    public String status(String messageId) {
        return get("/api/v1/messages/{id}", messageId).getString("status");
    }

    /** Messages of one customer to our number, in one webhook. */
    public void hears(String... messages) {
        world.post(Webhooks.body(Webhooks.entry(Webhooks.messages(world.phoneNumberId(), messages))));
    }

    /** What there is in the database of this workspace; {@code %s} in the statement is its id. */
    public List<String> rows(String sql) {
        return Stores.database("messaging").askAsSuperuser(sql.formatted(workspace));
    }

    public String messageId(String wamid) {
        return rows("select id from message where workspace_id = '%s' and wamid = '" + wamid + "'")
                .getFirst();
    }

    public JsonPath message(String wamid) {
        return get("/api/v1/messages/{id}", messageId(wamid));
    }
}
