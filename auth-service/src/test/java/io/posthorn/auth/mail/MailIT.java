package io.posthorn.auth.mail;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.testkit.Patience;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class MailIT {
    @Inject
    MailService mail;

    @Inject
    TenantTransaction tenant;

    @ParameterizedTest
    @CsvSource({
        "en,Confirm your e-mail address,ltr",
        "es-MX,Confirma tu dirección de correo,ltr",
        "pt-BR,Confirme seu endereço de e-mail,ltr",
        "ar,أكّد عنوان بريدك الإلكتروني,rtl"
    })
    void lettersAreInTheReadersLanguage(String language, String subject, String direction) {
        var email = AuthApi.anAddress();

        register(email, language, "Ada <b>Lovelace</b>");

        var letter = MailSink.letter(email, subject);
        assertThat(letter.html())
                .contains("lang=\"%s\" dir=\"%s\"".formatted(language.substring(0, 2), direction))
                .contains("Ada &lt;b&gt;Lovelace&lt;/b&gt;")
                .doesNotContain("<b>")
                .contains(letter.code());
        assertThat(letter.text()).contains("Ada <b>Lovelace</b>").doesNotContain("{");
        assertThat(letter.from()).contains("no-reply@");
    }

    @Test
    void aLetterIsForgottenWhenItIsSent() {
        var ada = AuthApi.signedUp();

        MailSink.letter(ada.email(), "Confirm");

        await().untilAsserted(() -> assertThat(stored(
                        "select (sent_at is not null and sealed is null and tries = 1) from letter where account_id ="
                                + " '%s'",
                        ada.userId()))
                .isEqualTo("t"));
    }

    /** Whoever claimed it counted the try and went away. */
    @Test
    void aLetterThatACrashLeftBehindIsSentOnceMore() {
        var ada = AuthApi.signedUp();
        MailSink.letter(ada.email(), "Confirm");
        var waiting = posted(ada, Instant.now().plus(Duration.ofHours(1)));

        change("update letter set tries = 1, due_at = now() where id = '%s'", waiting);

        var letter = MailSink.letter(ada.email(), "changed");
        assertThat(letter.messageId()).contains(waiting);
        await().untilAsserted(
                        () -> assertThat(stored("select tries from letter where id = '%s' and sealed is null", waiting))
                                .isEqualTo("2"));
        assertThat(MailSink.to(ada.email())).hasSize(2);
    }

    @Test
    void aLetterThatIsNeverTakenIsGivenUp() {
        var ada = AuthApi.signedUp();
        var unreadable = posted(ada, Instant.now().plus(Duration.ofHours(1)));

        change("update letter set sealed = '\\x00', tries = 9, due_at = now() where id = '%s'", unreadable);

        await().untilAsserted(() -> assertThat(stored(
                        "select tries || ' ' || (sealed is null and sent_at is null) from letter where id = '%s'",
                        unreadable))
                .isEqualTo("10 true"));
    }

    @Test
    void aLetterThatCameTooLateIsNotSent() {
        var ada = AuthApi.signedUp();

        var late = posted(ada, Instant.now().minus(Duration.ofHours(2)));

        await().untilAsserted(() -> assertThat(
                        stored("select sealed is null and sent_at is null from letter where id = '%s'", late))
                .isEqualTo("t"));
    }

    /** Worth sending for an hour. */
    private String posted(SignedIn person, Instant when) {
        var letter = new Letter(
                LetterKind.PASSWORD_CHANGED, Language.EN, person.email(), null, Map.of("name", "Ada Lovelace"));
        tenant.connection(
                        person.workspaceId(),
                        connection -> mail.post(
                                connection, person.workspaceId(), person.userId(), letter, when, Duration.ofHours(1)))
                .await()
                .atMost(Patience.LIMIT);
        return stored("select id from letter where account_id = '%s' and kind = 'password_changed'", person.userId());
    }

    private static String register(String email, String language, String name) {
        AuthApi.ready();
        var answer = given().contentType("application/json")
                .header("Accept-Language", language)
                .body(new JsonObject()
                        .put("email", email)
                        .put("password", PASSWORD)
                        .put("fullName", name)
                        .encode())
                .post("/api/v1/auth/register");
        answer.then().statusCode(201);
        return answer.jsonPath().getString("user.id");
    }
}
