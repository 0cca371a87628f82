package io.posthorn.devstack.doctor;

import static io.posthorn.devstack.doctor.Finding.failed;
import static io.posthorn.devstack.doctor.Finding.ok;
import static io.posthorn.devstack.doctor.Finding.warning;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.stack.Part;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Meta, or what stands in for it: whether it answers, whether clocks agree, and whether each number's token and webhooks work. */
record MetaCheck(Patient patient, Clock clock) implements Check {
    private static final String SUBJECT = "meta";
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final String NUMBERS = """
            select workspace_id, id, name, phone_number_id, waba_id, status, status_reason from messaging.channel
            where status not in ('disconnected', 'expired') order by id desc limit 50""";

    private record Number(
            UUID workspace, UUID id, String name, String phone, String waba, String status, String reason) {}

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> look() throws SQLException {
        var url = patient.graphUrl();
        if (patient.value("POSTHORN_GRAPH_URL").isEmpty() && !patient.runs()) {
            return List.of(ok(SUBJECT, "the simulator, not running"));
        }
        var findings = new ArrayList<Finding>();
        try {
            var answer = new JsonHttp(url).send("GET", "/" + version(), Map.of(), null);
            findings.add(ok(SUBJECT, url + " answers"));
            findings.add(clocks(answer));
        } catch (UncheckedIOException away) {
            return List.of(failed(
                    SUBJECT, url + " does not answer", "Let this machine reach it, or correct POSTHORN_GRAPH_URL"));
        }
        if (patient.port(Part.MESSAGING).isPresent() && patient.port(Part.AUTH).isPresent()) {
            addNumbers(findings, new JsonHttp(url));
        }
        return findings;
    }

    private Finding clocks(Answer answer) {
        var date = answer.headers().firstValue("Date");
        if (date.isEmpty()) {
            return ok("clock", "nobody to compare it with");
        }
        var theirs = ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        var skew = Duration.between(theirs, clock.instant()).abs();
        return skew.compareTo(SKEW) > 0
                ? warning(
                        "clock",
                        "%d s away from %s".formatted(skew.toSeconds(), patient.graphUrl()),
                        "Let NTP set this machine's clock: tokens end by it")
                : ok("clock", "as at " + patient.graphUrl());
    }

    private void addNumbers(List<Finding> findings, JsonHttp graph) throws SQLException {
        var token = serviceToken();
        for (var number : numbers()) {
            if (!number.status().equals("active") && !number.status().equals("connecting")) {
                findings.add(warning(
                        SUBJECT,
                        "%s (%s) is %s: %s".formatted(number.name(), number.phone(), number.status(), number.reason()),
                        "GET /api/v1/channels/%s/health says more".formatted(number.id())));
            }
            addNumber(
                    findings,
                    graph,
                    number,
                    connection(token, number).path("accessToken").asText());
        }
    }

    private void addNumber(List<Finding> findings, JsonHttp graph, Number number, String accessToken) {
        var headers = Map.of("Authorization", "Bearer " + accessToken);
        var name = "%s (%s)".formatted(number.name(), number.phone());
        var read = graph.send(
                "GET", "/%s/%s?fields=display_phone_number".formatted(version(), number.phone()), headers, null);
        if (read.status() != 200) {
            findings.add(failed(
                    SUBJECT,
                    "%s cannot be read: %s"
                            .formatted(name, read.body().at("/error/message").asText("status " + read.status())),
                    "Give the channel a new access token: POST /api/v1/channels/%s/connect".formatted(number.id())));
            return;
        }
        var apps = graph.send("GET", "/%s/%s/subscribed_apps".formatted(version(), number.waba()), headers, null)
                .body()
                .path("data");
        findings.add(subscription(name, number, apps));
    }

    private Finding subscription(String name, Number number, JsonNode apps) {
        var connect = "POST /api/v1/channels/%s/connect subscribes it".formatted(number.id());
        if (apps.isEmpty()) {
            return failed(SUBJECT, name + ": its account sends us no webhooks", connect);
        }
        for (var app : apps) {
            if (app.path("override_callback_uri").asText().startsWith(publicUrl() + "/webhooks/")) {
                return ok(SUBJECT, name + ": token and webhooks");
            }
        }
        return warning(SUBJECT, "%s: its webhooks do not come to %s".formatted(name, publicUrl()), connect);
    }

    private List<Number> numbers() throws SQLException {
        var found = new ArrayList<Number>();
        try (var connection = patient.database().orElseThrow().connect();
                var rows = connection.createStatement().executeQuery(NUMBERS)) {
            while (rows.next()) {
                found.add(new Number(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7)));
            }
        }
        return found;
    }

    /** As admin-service would ask: a neighbour lends the connection of a channel to services. */
    private String serviceToken() {
        var credentials = "admin:" + patient.secrets().orElseThrow().client(Part.ADMIN);
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new JsonHttp("http://localhost:" + patient.port(Part.AUTH).orElseThrow())
                .send("POST", "/internal/token", Map.of("Authorization", basic), null)
                .expect(200)
                .body()
                .path("accessToken")
                .asText();
    }

    private JsonNode connection(String token, Number number) {
        return new JsonHttp("http://localhost:" + patient.port(Part.MESSAGING).orElseThrow())
                .send(
                        "GET",
                        "/internal/workspaces/%s/channels/%s/connection".formatted(number.workspace(), number.id()),
                        Map.of("Authorization", "Bearer " + token),
                        null)
                .body();
    }

    private String publicUrl() {
        return patient.value("POSTHORN_PUBLIC_URL")
                .orElseGet(() -> "http://localhost:"
                        + patient.port(Part.GATEWAY)
                                .orElseGet(() -> patient.settings().ports().of(Part.GATEWAY)));
    }

    private String version() {
        return patient.value("POSTHORN_GRAPH_VERSION").orElse("v25.0");
    }
}
