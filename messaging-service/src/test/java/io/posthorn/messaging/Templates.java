package io.posthorn.messaging;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;

import io.posthorn.testkit.Stores;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Templates of a team: at Meta (the simulator), and as template-service tells of them. */
public final class Templates {
    private static final String BODY = """
            {"type":"BODY","text":"Hello {{1}}, your order {{2}} is ready. We keep it for you until Friday evening.","example":{"body_text":[["Ana","A-17"]]}}""";
    private static final String BUTTONS = """
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"},{"type":"QUICK_REPLY","text":"Stop"}]}""";

    private final Team team;

    public Templates(Team team) {
        this.team = team;
    }

    /** A name, a body with two variables and two quick replies; approved. Answers our id. */
    public UUID approved(String name) {
        return approve(name, "[%s,%s]".formatted(BODY, BUTTONS));
    }

    /** The same with an image above. */
    public UUID approvedWithImage(String name) {
        return approve(name, """
                [{"type":"HEADER","format":"IMAGE","example":{"header_handle":["%s"]}},%s,%s]""".formatted(headerHandle(), BODY, BUTTONS));
    }

    /** What template-service tells; waits until it was heard. */
    public void tell(UUID template, String event, String name, int version, String components) {
        tell(template, event, name, version, "MARKETING", components);
    }

    private void tell(UUID template, String event, String name, int version, String category, String components) {
        var payload = """
                {"templateId":"%s","version":1,"wabaId":"%s","name":"%s","language":"en_US","category":"%s"%s}""".formatted(
                        template,
                        team.world.wabaId(),
                        name,
                        category,
                        components == null ? "" : ",\"components\":" + components);
        var id = UUID.randomUUID();
        Stores.database("messaging")
                .askAsSuperuser("""
                        insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                        values ('%s', '%s', 'posthorn.template.v1', '%s', 'posthorn.template.%s', %d, '%s',
                            '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'); select 1""".formatted(id, team.workspace, template, event, version, payload));
        await().until(() -> Stores.database("messaging")
                .askAsSuperuser("select 1 from inbox where event_id = '%s'".formatted(id))
                .contains("1"));
    }

    /** An authentication template of which only template-service knows. */
    public void tellAuthentication(String name) {
        tell(UUID.randomUUID(), "approved", name, 1, "AUTHENTICATION", "[]");
    }

    /** Uploads an image to Meta; answers Meta's id. */
    public String providerMedia() {
        return graph().multiPart("messaging_product", "whatsapp")
                .multiPart("file", "a.png", png(), "image/png")
                .post("/v25.0/{number}/media", team.world.phoneNumberId())
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private UUID approve(String name, String components) {
        return approved(name, "MARKETING", "", components);
    }

    /** Of any kind; {@code more} are fields besides the components. Waits for Meta, and until the service has heard of it. */
    public UUID approved(String name, String category, String more, String components) {
        graph().contentType("application/json")
                .body("""
                        {"name":"%s","language":"en_US","category":"%s"%s,"components":%s}""".formatted(name, category, more, components))
                .post("/v25.0/{waba}/message_templates", team.world.wabaId())
                .then()
                .statusCode(200);
        await().until(() -> graph().get("/v25.0/{waba}/message_templates?name={name}", team.world.wabaId(), name)
                .jsonPath()
                .getString("data[0].status")
                .equals("APPROVED"));
        var id = UUID.randomUUID();
        tell(id, "approved", name, 1, category, components);
        return id;
    }

    /** Of an image, for the example of a header. */
    public String headerHandle() {
        var session = graph().queryParam("file_length", png().length)
                .queryParam("file_type", "image/png")
                .queryParam("file_name", "a.png")
                .post("/v25.0/{app}/uploads", team.world.appId())
                .then()
                .statusCode(200)
                .extract()
                .<String>path("id");
        return given().baseUri(team.world.simulator())
                .urlEncodingEnabled(false)
                .header("Authorization", "OAuth " + team.world.accessToken())
                .header("file_offset", "0")
                .contentType("application/octet-stream")
                .body(png())
                .post("/v25.0/" + session)
                .then()
                .statusCode(200)
                .extract()
                .path("h");
    }

    private io.restassured.specification.RequestSpecification graph() {
        return given().baseUri(team.world.simulator()).header("Authorization", "Bearer " + team.world.accessToken());
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
