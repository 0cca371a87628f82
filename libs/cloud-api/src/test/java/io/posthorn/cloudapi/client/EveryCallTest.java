package io.posthorn.cloudapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.RetryPolicy;
import io.posthorn.testkit.MetaDocument;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryCallTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final FakeMeta META = new FakeMeta(VERTX.getDelegate());
    private static final CloudApi API =
            new CloudApi(VERTX, new CloudApiConfig(META.url(), "v25.0", Duration.ofSeconds(60)).with(RetryPolicy.NONE));

    @BeforeEach
    void forget() {
        META.requests().clear();
    }

    @AfterAll
    static void close() {
        META.close();
        VERTX.closeAndAwait();
    }

    static List<ApiCall> calls() {
        return ApiCall.all();
    }

    static List<ApiCall> describedCalls() {
        return ApiCall.all().stream()
                .filter(call -> call.metaPath().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void reachesMetaAsDocumented(ApiCall call) {
        META.answers(200, call.answer());

        await(call.call().apply(API));

        var request = META.requests().getFirst();
        assertThat(request.method()).isEqualTo(call.method());
        assertThat(request.uri()).isEqualTo("/v25.0/" + call.uri());
        assertThat(request.body()).isEqualTo(call.body());
        assertThat(request.authorization()).startsWith("Bearer ");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void failsWithMetasReason(ApiCall call) {
        META.answers(400, "{\"error\":{\"message\":\"no\",\"code\":131031}}");

        var failure = catchThrowableOfType(
                CloudApiException.class, () -> await(call.call().apply(API)));

        assertThat(failure.error().orElseThrow().code()).isEqualTo(131031);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void showsNoSecretWhenItFails(ApiCall call) {
        META.behaves(request -> request.connection().close());
        var told = new StringWriter();

        var failure = catchThrowableOfType(
                CloudApiException.class, () -> await(call.call().apply(API)));
        failure.printStackTrace(new PrintWriter(told));

        assertThat(told.toString())
                .doesNotContain("very-secret")
                .doesNotContain("654321")
                .doesNotContain("15550002000");
    }

    @ParameterizedTest
    @MethodSource("describedCalls")
    void writesABodyThatMetasDocumentTakes(ApiCall call) throws IOException {
        var meta = MetaDocument.orSkip();

        assertThat(meta.faultsOfRequest(
                        "POST", call.metaPath().orElseThrow(), new ObjectMapper().readTree(call.body())))
                .isEmpty();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(120));
    }
}
