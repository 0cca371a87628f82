package io.posthorn.cloudapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.posthorn.cloudapi.error.ErrorClass;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingText;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.posthorn.cloudapi.number.PhoneNumber;
import io.posthorn.cloudapi.observing.Usage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudApiTest {
    private static final String NUMBER = "400000000000001";
    private static final String TOKEN = "EAAG-very-secret";
    private static final String ACCEPTED = """
            {"messaging_product":"whatsapp","contacts":[{"input":"+15550002000","wa_id":"15550002000"}],
             "messages":[{"id":"wamid.OUT1"}]}""";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final FakeMeta meta = new FakeMeta(vertx.getDelegate());

    @AfterEach
    void close() {
        meta.close();
        vertx.closeAndAwait();
    }

    @Test
    void sendsATextInMetasWords() throws IOException {
        meta.answers(200, ACCEPTED);
        var envelope = Envelope.toPhone("+15550002000").quoting("wamid.IN1").withCallbackData("attempt-1");
        var message = new OutgoingText(envelope, "Grüße 😀", true);

        var result = await(api(meta.url()).send(new Credentials(TOKEN), NUMBER, message));

        assertThat(result)
                .isEqualTo(new SendResult(
                        "wamid.OUT1", Optional.of("15550002000"), Optional.empty(), Optional.empty(), Usage.UNKNOWN));
        var request = meta.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/v25.0/400000000000001/messages");
        assertThat(request.authorization()).isEqualTo("Bearer " + TOKEN);
        assertThat(new ObjectMapper().readTree(request.body())).isEqualTo(new ObjectMapper().readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+15550002000","type":"text",
                 "text":{"body":"Grüße 😀","preview_url":true},"context":{"message_id":"wamid.IN1"},
                 "biz_opaque_callback_data":"attempt-1"}"""));
    }

    @Test
    void readsAPhoneNumber() {
        meta.answers(200, """
                {"id":"400000000000001","display_phone_number":"+1 555-000-1000","verified_name":"Acme",
                 "quality_rating":"GREEN","throughput":{"level":"STANDARD"}}""");

        var number = await(api(meta.url()).phoneNumber(new Credentials(TOKEN), NUMBER));

        assertThat(number).isEqualTo(new PhoneNumber(NUMBER, "+1 555-000-1000", "Acme", "GREEN", "STANDARD"));
    }

    @Test
    void subscribesUnsubscribesAndMarksRead() {
        meta.answers(200, "{\"success\":true}");
        var credentials = new Credentials(TOKEN);

        await(api(meta.url()).subscribeApp(credentials, "300000000000001", "https://a.example/hook", "word"));
        await(api(meta.url()).markRead(credentials, NUMBER, new ReadReceipt("wamid.IN1", false)));
        await(api(meta.url()).unsubscribeApp(credentials, "300000000000001"));

        assertThat(meta.requests())
                .extracting(FakeMeta.Request::method, FakeMeta.Request::uri, FakeMeta.Request::body)
                .containsExactly(
                        tuple(
                                "POST",
                                "/v25.0/300000000000001/subscribed_apps",
                                "{\"override_callback_uri\":\"https://a.example/hook\",\"verify_token\":\"word\"}"),
                        tuple(
                                "POST",
                                "/v25.0/400000000000001/messages",
                                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.IN1\"}"),
                        tuple("DELETE", "/v25.0/300000000000001/subscribed_apps", ""));
    }

    @Test
    void subscribesPlainlyFirstOnlyWhereMetaAsksForIt() {
        var refused = new AtomicBoolean();
        meta.behaves(request -> {
            var first = refused.compareAndSet(false, true);
            var body = first
                    ? "{\"error\":{\"message\":\"(#100) Before override ...\",\"code\":100}}"
                    : "{\"success\":true}";
            request.response().setStatusCode(first ? 400 : 200).end(body);
        });

        await(api(meta.url()).subscribeApp(new Credentials(TOKEN), "3", "https://a.example/hook", "word"));

        assertThat(meta.requests())
                .extracting(request -> request.body().contains("override_callback_uri"))
                .containsExactly(true, false, true);
    }

    @Test
    void doesNotSubscribeAnAccountThatDoesNotExist() {
        meta.answers(400, "{\"error\":{\"message\":\"no\",\"code\":100,\"error_subcode\":33}}");
        var subscribe = api(meta.url()).subscribeApp(new Credentials(TOKEN), "3", "https://a.example/hook", "word");

        var failure = catchThrowableOfType(CloudApiException.class, () -> await(subscribe));

        assertThat(failure.errorClass()).isEqualTo(ErrorClass.ACCOUNT);
        assertThat(meta.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 131047, NEVER, false",
        "400, 131056, WAIT, true",
        "503, 2, RETRY, true",
        "500, 131000, RETRY, true",
        "401, 190, TOKEN, false",
        "400, 131042, WAIT, true",
        "400, 131031, ACCOUNT, false",
        "400, 100, FIX, false",
        "400, 130999, NEVER, false",
        "500, 130999, RETRY, true"
    })
    void classifiesARefusalByItsCode(int status, int code, ErrorClass errorClass, boolean repeatable) {
        meta.answers(status, """
                {"error":{"message":"(#%1$d) no","type":"OAuthException","code":%1$d,"fbtrace_id":"Axyz"}}""".formatted(code));

        var failure = failureOf(meta.url());

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.errorClass()).isEqualTo(errorClass);
        assertThat(failure.mayBeRepeated()).isEqualTo(repeatable);
        assertThat(failure.error().orElseThrow().fbtraceId()).contains("Axyz");
    }

    @ParameterizedTest
    @CsvSource({"404, NEVER", "403, ACCOUNT", "429, WAIT", "302, NEVER"})
    void takesAnAnswerWithoutGraphErrorBelow500ForARefusal(int status, ErrorClass errorClass) {
        meta.answers(status, "<html>proxy</html>");

        var failure = failureOf(meta.url());

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.errorClass()).isEqualTo(errorClass);
    }

    @ParameterizedTest
    @CsvSource({
        "502, <html>bad gateway</html>",
        "500, ''",
        "500, '{\"error\":\"text\"}'",
        "504, '[]'",
        "408, ''",
        "200, ''",
        "200, not json",
        "200, '{}'",
        "200, '{\"messages\":[]}'"
    })
    void knowsNothingAfterAnAnswerWithoutAResult(int status, String body) {
        meta.answers(status, body);

        var failure = failureOf(meta.url());

        assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(failure.mayBeRepeated()).isFalse();
    }

    @Test
    void knowsNothingAfterATimeout() {
        meta.behaves(request -> {});

        int tries = triesUntilNoAnswer();

        assertThat(meta.requests()).hasSizeLessThanOrEqualTo(tries);
    }

    @Test
    void knowsNothingWhenTheAnswerStopsHalfWay() {
        meta.behaves(request -> request.response().setChunked(true).write("{\"messages\":"));

        triesUntilNoAnswer();
    }

    @Test
    void timesOutAlthoughTheAnswerKeepsDripping() {
        meta.behaves(request -> {
            request.response().setChunked(true);
            vertx.getDelegate().setPeriodic(50, tick -> request.response().write(" "));
        });

        triesUntilNoAnswer();
    }

    @Test
    void knowsNothingAfterAReset() {
        meta.behaves(request -> request.connection().close());

        var failure = failureOf(meta.url());

        assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
    }

    @Test
    void knowsThatNothingWasSentWithoutAConnection() throws IOException {
        var failure = failureOf(URI.create("http://127.0.0.1:" + unusedPort()));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.mayBeRepeated()).isTrue();
    }

    @Test
    void knowsThatNothingWasSentToAnUnknownHost() {
        var failure = failureOf(URI.create("http://meta.invalid"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void knowsThatNothingWasSentWhileAllConnectionsAreBusy() {
        meta.behaves(request -> {});
        var config = new CloudApiConfig(meta.url(), "v25.0", Duration.ofMillis(500), PATIENCE, 1);
        var api = new CloudApi(vertx, config);
        var busy = new AtomicReference<CompletableFuture<?>>(CompletableFuture.completedFuture(null));
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (busy.get().isDone()) { // also when it found no connection in time
                busy.set(api.send(new Credentials(TOKEN), NUMBER, aText()).subscribeAsCompletionStage());
            }
            return meta.requests().size() == 1;
        });

        var failure = failureOf(api);

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(meta.requests()).hasSize(1);
        busy.get().cancel(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "token\n", "tok\ren", "tökén", "two words"})
    void refusesATokenThatCannotStandInAHeader(String token) {
        var send = api(meta.url()).send(new Credentials(token), NUMBER, aText());

        var failure = catchThrowableOfType(CloudApiException.class, () -> await(send));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.errorClass()).isEqualTo(ErrorClass.TOKEN);
        assertThat(failure.remedy()).contains("access token");
        assertThat(meta.requests()).isEmpty();
    }

    @Test
    void losesNoAnswerOnWhateverThreadItIsCalled() {
        meta.answers(200, ACCEPTED);
        var api = new CloudApi(vertx, new CloudApiConfig(meta.url(), "v25.0", PATIENCE));

        var wamids = IntStream.range(0, 4000)
                .parallel()
                .mapToObj(call ->
                        await(api.send(new Credentials(TOKEN), NUMBER, aText())).wamid())
                .distinct()
                .toList();

        assertThat(wamids).containsExactly("wamid.OUT1");
        assertThat(meta.requests()).hasSize(4000);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 503})
    void showsNoTokenAnywhere(int status) {
        meta.answers(status, "{\"error\":{\"message\":\"+15550002000 said no\",\"code\":100}}");
        var everything = new StringWriter();

        var failure = failureOf(meta.url());
        failure.printStackTrace(new PrintWriter(everything));

        assertThat(everything + new Credentials(TOKEN).toString())
                .doesNotContain(TOKEN)
                .doesNotContain("15550002000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "4/messages?x=", "4 0"})
    void keepsAnOddNumberInsideItsPathSegment(String phoneNumberId) {
        meta.answers(200, ACCEPTED);

        await(api(meta.url()).send(new Credentials(TOKEN), phoneNumberId, aText()));

        assertThat(meta.requests().getFirst().uri()).matches("/v25.0/[^/?]+/messages");
    }

    private CloudApi api(URI url) {
        return new CloudApi(vertx, new CloudApiConfig(url, "v25.0", PATIENCE));
    }

    private CloudApi impatientApi() {
        return new CloudApi(vertx, new CloudApiConfig(meta.url(), "v25.0", Duration.ofMillis(400)));
    }

    /** Where the machine stands still before a request has left, nothing was sent; then it is tried again. */
    private int triesUntilNoAnswer() {
        var tries = new AtomicInteger();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            tries.incrementAndGet();
            return failureOf(impatientApi()).kind() == Kind.NO_ANSWER;
        });
        return tries.get();
    }

    private CloudApiException failureOf(URI url) {
        return failureOf(api(url));
    }

    private static CloudApiException failureOf(CloudApi api) {
        var send = api.send(new Credentials(TOKEN), NUMBER, aText());
        return catchThrowableOfType(CloudApiException.class, () -> await(send));
    }

    private static OutgoingText aText() {
        return new OutgoingText(Envelope.toPhone("+15550002000"), "Hello", false);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE.multipliedBy(2));
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
