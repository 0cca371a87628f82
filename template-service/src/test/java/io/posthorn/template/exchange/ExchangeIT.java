package io.posthorn.template.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Tokens;
import io.posthorn.testkit.templates.TemplateSamples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
class ExchangeIT {
    private final String agent = Tokens.token(UUID.randomUUID(), "agent");

    @Test
    void aFolderComesBackByteForByte() {
        var files = TemplateSamples.all().values().stream()
                .map(ExchangeIT::ordered)
                .map(TemplateFile::of)
                .toList();

        take(Folder.packed(files)).then().statusCode(200).body("drafted", equalTo(files.size()));
        var exported = export();

        assertThat(Folder.unpacked(exported))
                .extracting(TemplateFile::path, file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrderElementsOf(files.stream()
                        .map(file -> tuple(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)))
                        .toList());
        take(exported).then().statusCode(200).body("unchanged", equalTo(files.size()));
        assertThat(export()).isEqualTo(exported);
    }

    @Test
    void whatChangedIsANewVersion() {
        var sample = ordered(TemplateSamples.named("replies"));
        take(Folder.packed(List.of(TemplateFile.of(sample)))).then().statusCode(200);
        ((ObjectNode) sample.at("/components/1/buttons/0")).put("text", "Certainly");

        take(Folder.packed(List.of(TemplateFile.of(sample))))
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));

        given().auth()
                .oauth2(agent)
                .get("/api/v1/templates?name=sample_replies")
                .then()
                .body("data", hasSize(1))
                .body("data[0].version", equalTo(2));
    }

    @Test
    void oneBrokenFileStopsAll() {
        var broken = TemplateSamples.named("replies");
        ((ObjectNode) broken.at("/components/0")).put("text", "Hello {{1}}");
        var files = List.of(
                TemplateFile.of(TemplateSamples.named("body")),
                TemplateFile.of(broken),
                new TemplateFile("odd.json", "[]".getBytes(StandardCharsets.UTF_8)));

        take(Folder.packed(files))
                .then()
                .statusCode(422)
                .body("code", equalTo("template_invalid"))
                .body("errors.pointer", hasItems("odd.json", "sample_replies/en_US.json#/components/0/text"));

        take("no zip".getBytes(StandardCharsets.UTF_8)).then().statusCode(400);
        given().auth().oauth2(agent).get("/api/v1/templates").then().body("data", hasSize(0));
    }

    @Test
    void takesFromTheLibraryAndCopiesIntoAnotherLanguage() {
        var call = given().auth().oauth2(agent).contentType("application/json");

        var entry = call.get("/api/v1/templates/library?branch=retail&language=es&category=utility")
                .then()
                .body("data.key", hasItems("order_shipped.es"))
                .extract()
                .<Map<String, Object>>path("data.find{it.key=='order_shipped.es'}.template");
        var id = given().auth()
                .oauth2(agent)
                .contentType("application/json")
                .body(entry)
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        call.body("{\"language\":\"es_MX\"}")
                .post("/api/v1/templates/%s/duplicate".formatted(id))
                .then()
                .statusCode(201)
                .body("language", equalTo("es_MX"))
                .body("name", equalTo("order_shipped"));
        call.body("{\"language\":\"klingon\"}")
                .post("/api/v1/templates/%s/duplicate".formatted(id))
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "agent"))
                .contentType("application/json")
                .body("{\"language\":\"fr\"}")
                .post("/api/v1/templates/%s/duplicate".formatted(id))
                .then()
                .statusCode(404);
    }

    /** As files are written: the format of variables stands before what follows it. */
    private static ObjectNode ordered(ObjectNode sample) {
        var ordered = new ObjectMapper().createObjectNode();
        for (var field : List.of("name", "language", "category")) {
            ordered.set(field, sample.get(field));
        }
        ordered.put("parameter_format", sample.path("parameter_format").asText("POSITIONAL"));
        for (var field : List.of("message_send_ttl_seconds", "components")) {
            if (sample.has(field)) {
                ordered.set(field, sample.get(field));
            }
        }
        return ordered;
    }

    private Response take(byte[] zip) {
        return given().auth()
                .oauth2(agent)
                .contentType("application/zip")
                .body(zip)
                .post("/api/v1/templates/import");
    }

    private byte[] export() {
        return given().auth()
                .oauth2(agent)
                .get("/api/v1/templates/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
