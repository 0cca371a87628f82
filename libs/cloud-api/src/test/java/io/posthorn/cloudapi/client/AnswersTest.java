package io.posthorn.cloudapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.account.SubscribedApp;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.number.BusinessProfile;
import io.posthorn.cloudapi.number.MessageHistory;
import io.posthorn.cloudapi.rule.InvalidMessageException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final String NUMBER = "400000000000001";
    private static final String WABA = "300000000000001";
    private static final Credentials TOKEN = new Credentials("EAAG-very-secret");

    private final Vertx vertx = Vertx.vertx();
    private final FakeMeta meta = new FakeMeta(vertx.getDelegate());
    private final CloudApi api = new CloudApi(vertx, new CloudApiConfig(meta.url(), "v25.0", Duration.ofSeconds(60)));

    @AfterEach
    void close() {
        meta.close();
        vertx.closeAndAwait();
    }

    @Test
    void readsAllAboutANumber() {
        meta.answers(200, """
                {"id":"400000000000001","display_phone_number":"+1 555","status":"CONNECTED","is_pin_enabled":true,
                 "whatsapp_business_manager_messaging_limit":"TIER_2K","username":null,
                 "last_onboarded_time":"2026-01-02T03:04:05+0000","health_status":{"can_send_message":"LIMITED"},
                 "webhook_configuration":{"phone_number":"https://a.example/h"}}""");

        var details = await(api.numbers().details(TOKEN, NUMBER));

        assertThat(details.status()).contains("CONNECTED");
        assertThat(details.messagingLimit()).contains("TIER_2K");
        assertThat(details.username()).isEmpty();
        assertThat(details.pinEnabled()).contains(true);
        assertThat(details.lastOnboarded()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(details.health()).contains("LIMITED");
        assertThat(details.callbackUri()).contains("https://a.example/h");
    }

    @Test
    void readsListsPageByPage() {
        meta.answers(200, """
                {"data":[{"id":"4","verified_name":"Acme"},{"verified_name":"without id"}],
                 "paging":{"cursors":{"after":"QQ"},"next":"https://graph.facebook.com/x"}}""");

        var page = await(api.numbers().list(TOKEN, WABA, Optional.empty()));

        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).contains("QQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"about\":\"We sell tea\",\"websites\":[\"https://a.example\"],\"vertical\":\"RETAIL\"}]}",
                "{\"data\":[{\"business_profile\":{\"about\":\"We sell tea\",\"websites\":[\"https://a.example\"],"
                        + "\"vertical\":\"RETAIL\"}}]}"
            })
    void readsAProfileInBothForms(String answer) {
        meta.answers(200, answer);

        var profile = await(api.numbers().profile(TOKEN, NUMBER));

        assertThat(profile.about()).contains("We sell tea");
        assertThat(profile.websites()).contains(List.of("https://a.example"));
    }

    @Test
    void refusesAProfileThatMetaWouldRefuse() {
        var change = api.numbers().changeProfile(TOKEN, NUMBER, BusinessProfile.about("x".repeat(140)));

        assertThatThrownBy(() -> await(change))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("/about: about_too_long");
        assertThat(meta.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Acme", "1234", "a b c", "a-b-c"})
    void refusesAUsernameThatMetaWouldRefuse(String username) {
        assertThatThrownBy(() -> await(api.usernames().change(TOKEN, NUMBER, username)))
                .isInstanceOf(InvalidMessageException.class);
        assertThat(meta.requests()).isEmpty();
    }

    @Test
    void tellsWhoWasBlockedAndWhoNot() {
        meta.answers(400, """
                {"messaging_product":"whatsapp","block_users":{"added_users":[{"input":"+15550002000","wa_id":"15550002000"}],
                 "failed_users":[{"input":"+15550002001","errors":[{"code":139003}]}]},
                 "error":{"message":"(#139100) Failed to block/unblock users","code":139100}}""");

        var result = await(api.blocking().block(TOKEN, NUMBER, List.of("+15550002000", "+15550002001")));

        assertThat(result.done()).containsExactly("15550002000");
        assertThat(result.failed()).containsEntry("+15550002001", 139003);
        assertThat(result.toString()).doesNotContain("1555");
    }

    @Test
    void readsWhatMetaRemembersOfAMessage() {
        meta.answers(200, """
                {"data":[{"id":"h1","message_id":"wamid.A","events":{"data":[
                  {"id":"e1","delivery_status":"DELIVERED","timestamp":1790000000,"webhook_update_state":"SUCCESS"},
                  {"id":"e2"}]}}]}""");

        var history = await(api.history().of(TOKEN, NUMBER, "wamid.A")).orElseThrow();

        assertThat(history.events())
                .containsExactly(new MessageHistory.Event(
                        "DELIVERED", Instant.ofEpochSecond(1790000000), Optional.of("SUCCESS"), Optional.empty()));
    }

    @Test
    void readsUsernamesAndSuggestions() {
        meta.answers(200, "{\"username\":\"acme\",\"status\":\"approved\"}");
        assertThat(await(api.usernames().read(TOKEN, NUMBER)).name()).contains("acme");

        meta.answers(200, "{\"data\":[{\"username_suggestions\":[\"acme_biz\",\"acme.official\"]}]}");
        assertThat(await(api.usernames().suggestions(TOKEN, NUMBER))).containsExactly("acme_biz", "acme.official");
    }

    @Test
    void readsAccountsAndTheirApps() {
        meta.answers(200, "{\"id\":\"3\",\"name\":\"Acme\",\"account_review_status\":\"APPROVED\"}");
        assertThat(await(api.accounts().read(TOKEN, WABA)).reviewStatus()).contains("APPROVED");

        meta.answers(200, """
                {"data":[{"whatsapp_business_api_data":{"id":"5","name":"App"},"override_callback_uri":"https://a.example"}]}""");
        assertThat(await(api.accounts().subscribedApps(TOKEN, WABA)))
                .containsExactly(new SubscribedApp("5", "App", Optional.of("https://a.example")));
    }

    @Test
    void readsWhatATokenIsWorth() {
        meta.answers(200, """
                {"data":{"app_id":"5","type":"SYSTEM_USER","is_valid":true,"expires_at":0,
                 "data_access_expires_at":1790000000,"scopes":["whatsapp_business_messaging"]}}""");

        var info = await(api.tokens().inspect(Credentials.ofApp("5", "secret"), TOKEN));

        assertThat(info.valid()).isTrue();
        assertThat(info.expiresAt()).isEmpty();
        assertThat(info.dataAccessExpiresAt()).contains(Instant.ofEpochSecond(1790000000));
        assertThat(info.missingScopes()).containsExactly("whatsapp_business_management");
    }

    @Test
    void makesATokenOutOfACodeOnce() {
        meta.answers(200, "{\"access_token\":\"EAAG-new-secret\",\"token_type\":\"bearer\"}");

        var credentials = await(api.tokens().exchange("5", "secret", "code"));

        assertThat(credentials).isEqualTo(new Credentials("EAAG-new-secret")).hasToString("Credentials[hidden]");
    }

    @Test
    void neverExchangesACodeTwice() {
        meta.behaves(request -> request.connection().close());

        assertThatThrownBy(() -> await(api.tokens().exchange("5", "secret", "code")))
                .isNotNull();

        assertThat(meta.requests()).hasSize(1);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(120));
    }
}
