package io.posthorn.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One world, as a test uses it. */
public record TestWorld(SimulatorClient simulator, JsonNode view) {

    public String id() {
        return view.path("id").asText();
    }

    public String number() {
        return view.path("phoneNumberId").asText();
    }

    public String account() {
        return view.path("wabaId").asText();
    }

    public String token() {
        return view.path("accessToken").asText();
    }

    public String secret() {
        return view.path("appSecret").asText();
    }

    public Answer sendText(String to, String body, String extras) {
        return post("""
                {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"%s"}%s}""".formatted(to, body, extras));
    }

    public Answer sendText(String to, String body) {
        return sendText(to, body, "");
    }

    /** Sends and returns the wamid. */
    public String sent(String to, String body) {
        return sendText(to, body).json().path("messages").path(0).path("id").asText();
    }

    public Answer post(String body) {
        return simulator.graph("POST", "/v25.0/" + number() + "/messages", token(), body);
    }

    /** Sends and reports how the connection ends. */
    public Answer tryPost(String to, Duration timeout) throws IOException {
        var body = """
                {"messaging_product":"whatsapp","to":"%s","text":{"body":"hi"}}""".formatted(to);
        return simulator.exchange(
                "POST", "/v25.0/" + number() + "/messages", token(), "application/json", body, timeout);
    }

    public Answer get(String path) {
        return simulator.graph("GET", "/v25.0/" + path, token(), null);
    }

    public Answer upload(String mimeType, byte[] file) {
        return upload(mimeType, file, "whatsapp");
    }

    public Answer upload(String mimeType, byte[] file, String product) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(part("messaging_product", product));
        form.writeBytes(part("type", mimeType));
        form.writeBytes("""
                --edge\r
                Content-Disposition: form-data; name="file"; filename="a file"\r
                Content-Type: %s\r
                \r
                """.formatted(mimeType).getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        var response = simulator.raw(
                "POST",
                "/v25.0/" + number() + "/media",
                form.toByteArray(),
                "Authorization",
                "Bearer " + token(),
                "Content-Type",
                "multipart/form-data; boundary=edge");
        return new Answer(response.statusCode(), "", new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Uploads a picture and returns its id. */
    public String picture() {
        return upload("image/png", Files.PNG).json().path("id").asText();
    }

    private static byte[] part(String name, String value) {
        return """
                --edge\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(name, value).getBytes(StandardCharsets.UTF_8);
    }

    /** Makes the sink the app's default callback and subscribes the app. */
    public void listen(WebhookSink sink) {
        change("{\"webhookUrl\":\"%s\"}".formatted(sink.url()));
        subscribe("{}");
    }

    public Answer createTemplate(String body) {
        return simulator.graph("POST", "/v25.0/" + account() + "/message_templates", token(), body);
    }

    /** Creates a template, waits until it is approved, and returns its id. */
    public String approved(String body) {
        var id = createTemplate(body).json().path("id").asText();
        Patience.await().until(() -> templateStatus(id).equals("APPROVED"));
        return id;
    }

    public String templateStatus(String id) {
        return get(id + "?fields=status").json().path("status").asText();
    }

    public Answer review(String name, String decision) {
        return simulator.control(
                "POST", "/_sim/worlds/%s/templates/%s/review".formatted(id(), name), "{" + decision + "}");
    }

    public Answer sendTemplate(String to, String template) {
        return post("""
                {"messaging_product":"whatsapp","to":"%s","type":"template","template":%s}""".formatted(to, template));
    }

    /** A handle of an uploaded picture, for headers of templates. */
    public String handle() {
        return handle("image/png", Files.PNG);
    }

    public String handle(String mimeType, byte[] file) {
        var session = simulator
                .graph(
                        "POST",
                        "/v25.0/app/uploads?file_length=%d&file_type=%s".formatted(file.length, mimeType),
                        token(),
                        null)
                .json()
                .path("id")
                .asText();
        var answer = simulator.raw(
                "POST", "/v25.0/" + session, file, "Authorization", "OAuth " + token(), "file_offset", "0");
        return new Answer(answer.statusCode(), "", new String(answer.body(), StandardCharsets.UTF_8))
                .json()
                .path("h")
                .asText();
    }

    public String customerWrites(String customer, String text) {
        var body = """
                {"phoneNumberId":"%s","type":"text","text":"%s"}""".formatted(number(), text);
        var answer = simulator.control("POST", "/_sim/customers/" + customer + "/messages", body);
        if (answer.status() != 201) {
            throw new AssertionError("Nothing written: " + answer.text());
        }
        return answer.json().path("wamid").asText();
    }

    /** A customer writes whatever {@code message} says, such as {@code "type":"text","text":"hi"}. */
    public Answer write(String customer, String message) {
        return simulator.control(
                "POST",
                "/_sim/customers/" + customer + "/messages",
                "{\"phoneNumberId\":\"%s\",%s}".formatted(number(), message));
    }

    /** Changes what is known of a customer, such as {@code "username":"ana"}. */
    public Answer customer(String customer, String change) {
        return simulator.control(
                "PATCH", "/_sim/customers/" + customer, "{\"phoneNumberId\":\"%s\",%s}".formatted(number(), change));
    }

    public JsonNode customer(String customer) {
        return simulator
                .control("GET", "/_sim/customers/%s?phoneNumberId=%s".formatted(customer, number()), null)
                .json();
    }

    /** Has Meta tell something, such as {@code "field":"security"}. */
    public Answer notice(String notice) {
        return simulator.control("POST", "/_sim/worlds/" + id() + "/notices", "{" + notice + "}");
    }

    /** Subscribes plainly, then overrides with the sink's address. */
    public Answer subscribe(WebhookSink sink) {
        subscribe("{}");
        return override(sink.url(), sink.verifyToken());
    }

    public Answer override(String url, String verifyToken) {
        return subscribe("""
                {"override_callback_uri":"%s","verify_token":"%s"}""".formatted(url, verifyToken));
    }

    public Answer subscribe(String body) {
        return simulator.graph("POST", "/v25.0/" + account() + "/subscribed_apps", token(), body);
    }

    public Answer change(String patch) {
        return simulator.control("PATCH", "/_sim/worlds/" + id(), patch);
    }

    public void clock(String move) {
        simulator.control("POST", "/_sim/clock", "{\"world\":\"%s\",%s}".formatted(id(), move));
    }

    public Answer fault(String plan) {
        return simulator.control("POST", "/_sim/faults", "{\"world\":\"%s\",%s}".formatted(id(), plan));
    }

    public JsonNode captured(String query) {
        return simulator
                .control("GET", "/_sim/messages?world=" + id() + query, null)
                .json();
    }

    public JsonNode deliveries() {
        return simulator.control("GET", "/_sim/webhooks?world=" + id(), null).json();
    }
}
