package io.posthorn.simulator.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.testkit.MetaDocument.Example;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A world in which Meta's examples make sense: what they name exists, and what has to come before them came. */
record ExampleWorld(TestWorld world, WebhookSink sink) {
    private static final String VERSION = "/v23.0/";

    Answer send(Example example) {
        var body = new ExampleValues(world, sink).filled(example);
        var path = path(example);
        prepare(example, path, body);
        if (path.endsWith("/media")) {
            var type = ExampleValues.fileType(example);
            return world.upload(type, ExampleValues.file(type));
        }
        return switch (example.contentType()) {
            case "application/x-www-form-urlencoded" ->
                world.simulator().call(example.method(), path, world.token(), example.contentType(), form(body));
            case "multipart/form-data" -> multipart(path, body);
            default -> world.simulator().graph(example.method(), path, world.token(), body.toString());
        };
    }

    private String path(Example example) {
        return example.path()
                .replaceFirst("/\\{Version}/", VERSION)
                .replace("{WABA-ID}", world.account())
                .replace("{WhatsApp-Business-Account-ID}", world.account())
                .replace("{Application-ID}", world.view().path("appId").asText())
                .replaceFirst("\\{(\\w|-)+}", id(example));
    }

    private String id(Example example) {
        var path = example.path();
        if (path.contains("{Phone-Number-ID}")) {
            return path.endsWith("_code") ? unverifiedNumber() : world.number();
        }
        if (path.contains("{Business-ID}")) {
            return portfolio();
        }
        if (path.contains("{Solution-ID}")) {
            return post(world.view().path("appId").asText() + "/whatsapp_business_solution", """
                    {"solution_name":"A","partner_app_id":"1","owner_permissions":["MESSAGING"],"partner_permissions":[]}""")
                    .path("solution_id")
                    .asText();
        }
        if (path.contains("{Pre-Verified-Phone-Number-ID}")) {
            return preverified();
        }
        return path.contains("{TEMPLATE_ID}") ? template(example) : profile();
    }

    private String profile() {
        return world.get(world.number() + "/whatsapp_business_profile?fields=id")
                .json()
                .at("/data/0/id")
                .asText();
    }

    private String portfolio() {
        return world.get(world.account() + "?fields=health_status")
                .json()
                .path("health_status")
                .path("entities")
                .valueStream()
                .filter(entity -> entity.path("entity_type").asText().equals("BUSINESS"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private String preverified() {
        return post(portfolio() + "/add_phone_numbers", "{\"phone_number\":\"+15550004000\"}")
                .path("id")
                .asText();
    }

    private String unverifiedNumber() {
        return post(world.account() + "/phone_numbers", """
                {"cc":"1","phone_number":"5550004000","verified_name":"New"}""").path("id").asText();
    }

    private String template(Example example) {
        return world.approved("""
                {"name":"%s","language":"%s","category":"MARKETING","components":[{"type":"BODY","text":"Spring is near"}]}""".formatted(
                        example.body().path("name").asText(),
                        example.body().path("language").asText()));
    }

    private void prepare(Example example, String path, ObjectNode body) {
        world.customerWrites(ExampleValues.CUSTOMER, "hello");
        world.customerWrites("16505551234", "hello");
        if (body.path("type").asText().equals("template")) {
            ExampleTemplates.create(world, example, body);
        }
        switch (example.name()) {
            case "Unblock user(s)" -> post(world.number() + "/block_users", body.toString());
            case "custom_callback" -> world.subscribe("{}");
            case "verify_code" -> requestCode(path, body, example.path().contains("Pre-Verified"));
            case "migration_phone_number" -> addElsewhere(body);
            case "update_existing_qr_code" ->
                body.set(
                        "code",
                        post(world.number() + "/message_qrdls", "{\"prefilled_message\":\"Hi\"}")
                                .path("code"));
            case "withdraw_application" -> post(world.number() + "/official_business_account", """
                        {"action":"SUBMIT_APPLICATION","application_data":{}}""");
            case "remove_user" ->
                post(world.account() + "/assigned_users", """
                        {"user":"%s","tasks":["MANAGE"]}""".formatted(
                                body.path("user").asText()));
            case "basic_sharing" -> body.put("preverified_id", preverified());
            default -> {}
        }
    }

    /** The control API shows the code that a phone would have received. */
    private void requestCode(String path, ObjectNode body, boolean preverified) {
        var id = path.split("/")[2];
        post(id + "/request_code", "{\"code_method\":\"SMS\",\"language\":\"en_US\"}");
        var shown = preverified ? control("preverified-numbers").path(0) : control("numbers/" + id);
        body.set("code", shown.path("code"));
    }

    private void addElsewhere(ObjectNode body) {
        var account = world.simulator()
                .control("POST", "/_sim/worlds/%s/accounts".formatted(world.id()), "{}")
                .json()
                .path("id")
                .asText();
        post(
                account + "/phone_numbers",
                body.deepCopy().put("migrate_phone_number", false).toString());
    }

    private JsonNode control(String path) {
        return world.simulator()
                .control("GET", "/_sim/worlds/%s/%s".formatted(world.id(), path), null)
                .json();
    }

    private JsonNode post(String path, String body) {
        return world.simulator()
                .graph("POST", VERSION + path, world.token(), body)
                .json();
    }

    private static String form(ObjectNode body) {
        return body.propertyStream()
                .map(property ->
                        property.getKey() + "=" + URLEncoder.encode(text(property.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer multipart(String path, ObjectNode body) {
        var parts = body.propertyStream()
                .map(property -> "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(property.getKey(), text(property.getValue())))
                .collect(Collectors.joining());
        return world.simulator()
                .call("POST", path, world.token(), "multipart/form-data; boundary=edge", parts + "--edge--\r\n");
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
