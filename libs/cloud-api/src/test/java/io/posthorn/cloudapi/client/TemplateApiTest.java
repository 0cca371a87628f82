package io.posthorn.cloudapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateApiTest {
    private static final String WABA = "300000000000001";
    private static final Credentials CREDENTIALS = new Credentials("EAAG-very-secret");

    private final Vertx vertx = Vertx.vertx();
    private final FakeMeta meta = new FakeMeta(vertx.getDelegate());
    private final TemplateApi templates =
            new TemplateApi(vertx, new CloudApiConfig(meta.url(), "v25.0", Duration.ofSeconds(60)));

    @AfterEach
    void close() {
        meta.close();
        vertx.closeAndAwait();
    }

    @Test
    void createsATemplateAndTakesMetasCategory() {
        meta.answers(200, "{\"id\":\"600000000000001\",\"status\":\"PENDING\",\"category\":\"MARKETING\"}");
        var components = JsonNodeFactory.instance.arrayNode();
        components.addObject().put("type", "BODY").put("text", "Hello");

        var created = await(templates.create(CREDENTIALS, WABA, "order_ready", "en_US", "UTILITY", components));

        assertThat(created)
                .extracting(ProviderTemplate::id, ProviderTemplate::status, ProviderTemplate::category)
                .containsExactly("600000000000001", "PENDING", "MARKETING");
        assertThat(meta.requests())
                .extracting(FakeMeta.Request::method, FakeMeta.Request::uri, FakeMeta.Request::body)
                .containsExactly(
                        tuple(
                                "POST",
                                "/v25.0/300000000000001/message_templates",
                                "{\"name\":\"order_ready\",\"language\":\"en_US\",\"category\":\"UTILITY\","
                                        + "\"parameter_format\":\"POSITIONAL\",\"components\":[{\"type\":\"BODY\",\"text\":\"Hello\"}]}"));
    }

    @Test
    void knowsNothingAfterACreationWithoutAnId() {
        meta.answers(200, "{\"status\":\"PENDING\"}");

        var failure = catchThrowableOfType(
                CloudApiException.class,
                () -> await(templates.create(
                        CREDENTIALS, WABA, "a", "en", "UTILITY", JsonNodeFactory.instance.arrayNode())));

        assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
    }

    @Test
    void findsExactlyTheNameAndLanguageOverPages() {
        meta.behaves(request -> request.response().end(request.uri().contains("after=") ? """
                  {"data":[{"id":"3","name":"order","language":"en-US","status":"APPROVED","category":"UTILITY",
                            "components":[{"type":"BODY","text":"Hello"}]}]}""" : """
                  {"data":[{"id":"1","name":"order_ready","language":"en_US"},{"id":"2","name":"order","language":"es"}],
                   "paging":{"cursors":{"after":"QVFI=="},"next":"https://graph.facebook.com/x"}}"""));

        var found = await(templates.find(CREDENTIALS, WABA, "order", "en_US"));

        assertThat(found.orElseThrow().id()).isEqualTo("3");
        assertThat(found.orElseThrow().language()).isEqualTo("en_US");
        assertThat(meta.requests())
                .extracting(FakeMeta.Request::uri)
                .containsExactly(
                        "/v25.0/300000000000001/message_templates?fields=" + ProviderTemplate.FIELDS
                                + "&limit=100&name=order&language=en_US",
                        "/v25.0/300000000000001/message_templates?fields=" + ProviderTemplate.FIELDS
                                + "&limit=100&name=order&language=en_US&after=QVFI%3D%3D");
    }

    @Test
    void findsNothingAndEndsWhereAListGoesOnForEver() {
        meta.answers(200, """
                {"data":[],"paging":{"cursors":{"after":"x"},"next":"https://graph.facebook.com/x"}}""");

        assertThat(await(templates.find(CREDENTIALS, WABA, "order", "en_US"))).isEmpty();
        assertThat(meta.requests()).hasSize(60);
    }

    @Test
    void editsReadsAndDeletesByProviderId() {
        meta.answers(200, "{\"success\":true,\"id\":\"6\",\"status\":\"rejected\",\"rejected_reason\":\"SCAM\"}");

        await(templates.edit(CREDENTIALS, "6", "UTILITY", JsonNodeFactory.instance.arrayNode()));
        var read = await(templates.read(CREDENTIALS, "6"));
        await(templates.delete(CREDENTIALS, WABA, "order", "6"));

        assertThat(read.status()).isEqualTo("REJECTED");
        assertThat(read.rejectedReason()).isEqualTo("SCAM");
        assertThat(meta.requests())
                .extracting(FakeMeta.Request::method, FakeMeta.Request::uri, FakeMeta.Request::body)
                .containsExactly(
                        tuple("POST", "/v25.0/6", "{\"category\":\"UTILITY\",\"components\":[]}"),
                        tuple("GET", "/v25.0/6?fields=" + ProviderTemplate.FIELDS, ""),
                        tuple("DELETE", "/v25.0/300000000000001/message_templates?hsm_id=6&name=order", ""));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(120));
    }
}
