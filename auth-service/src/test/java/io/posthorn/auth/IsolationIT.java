package io.posthorn.auth;

import static io.posthorn.auth.AuthApi.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.testkit.CatalogueRules;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class IsolationIT {
    @Test
    void everyTableIsProtected() {
        CatalogueRules.verify(
                Stores.database("auth"),
                Set.of(
                        "membership_by_account",
                        "session_by_end",
                        "refresh_token_by_expiry",
                        "refresh_token_sealed",
                        "api_key_by_id",
                        "letter_due",
                        "letter_by_creation",
                        "mailed_proof_by_expiry",
                        "application_by_id",
                        "application_grant_by_end"),
                Set.of(
                        "account",
                        "login_guard",
                        "totp",
                        "recovery_code")); // of no workspace; the next tests are their own
    }

    @Test
    void accountsAreProtectedAlthoughTheyBelongToNoWorkspace() {
        assertThat(stored(
                        "select relrowsecurity and relforcerowsecurity from pg_class where oid = 'account'::regclass"))
                .isEqualTo("t");
        assertThat(stored("select has_table_privilege('posthorn_auth_worker', 'account', 'SELECT')"))
                .isEqualTo("f");
    }

    @Test
    void countsOfWrongPasswordsNameNobody() {
        var ada = AuthApi.signedUp();
        AuthApi.login(ada.email(), "a wrong password");

        var row = asRuntime("select string_agg(g::text, '') from login_guard g");

        assertThat(row).isNotEmpty().doesNotContain(ada.email()).doesNotContain("127.0.0.1");
    }

    @Test
    void lettersCannotBeReadByRequestsNorInTheClear() {
        var ada = AuthApi.signedUp();

        assertThatThrownBy(() -> asRuntime(setting(ada) + "select sealed from letter"))
                .hasMessageContaining("permission denied");
        assertThat(stored(
                        "select count(*) from letter l where workspace_id = '%s' and l::text like '%%%s%%'",
                        ada.workspaceId(), ada.email()))
                .isEqualTo("0");
        assertThatThrownBy(() -> asRuntime("select sealed_email from recovery_wish"))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp", "recovery_code"})
    void secondFactorsAreSeenAsTheirAccountsAre(String table) {
        assertThat(stored(
                        "select relrowsecurity and relforcerowsecurity from pg_class where oid = '%s'::regclass",
                        table))
                .isEqualTo("t");
        assertThat(stored("select has_table_privilege('posthorn_auth_worker', '%s', 'SELECT')", table))
                .isEqualTo("f");
        assertThat(asRuntime("select count(*) from " + table)).isEqualTo("0");
    }

    @Test
    void nobodyBringsBackAProofOfAnotherWorkspace() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        assertThat(asRuntime(setting(ada) + "select count(*) from mailed_proof"))
                .isEqualTo("1");
        assertThat(asRuntime(setting(eve)
                        + "select count(*) from mailed_proof where workspace_id = '%s'".formatted(ada.workspaceId())))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "workspace", "membership", "session", "refresh_token", "mailed_proof"})
    void withoutAWorkspaceThereAreNoRowsAndNoError(String table) {
        AuthApi.signedUp();

        assertThat(asRuntime("select count(*) from " + table)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "workspace", "membership", "session", "refresh_token", "mailed_proof"})
    void aConnectionThatServedAnotherTenantShowsNothingOfIt(String table) {
        var ada = AuthApi.signedUp();

        var within = asRuntime(setting(ada) + "select count(*) from " + table);
        var after = asRuntime(setting(ada) + "commit; begin; select count(*) from " + table);

        assertThat(within).isEqualTo("1");
        assertThat(after).isEqualTo("0");
    }

    @Test
    void aWorkspaceSeesItsOwnPeopleOnly() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        var seen = Stores.database("auth").ask("runtime", setting(eve) + "select email from account");

        assertThat(seen).isEqualTo(List.of(eve.email())).doesNotContain(ada.email());
    }

    @Test
    void aWorkspaceCannotTouchAnother() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        asRuntimeSilently(
                setting(eve) + "update account set full_name = 'x' where id = '%s'; commit".formatted(ada.userId()));
        asRuntimeSilently(setting(eve)
                + "update session set revoked_at = now(), revoke_reason = 'x' where id = '%s'; commit"
                        .formatted(ada.sessionId()));

        assertThat(stored("select full_name from account where id = '%s'", ada.userId()))
                .isEqualTo("Ada Lovelace");
        assertThat(stored("select revoked_at is null from session where id = '%s'", ada.sessionId()))
                .isEqualTo("t");
        assertThatThrownBy(() -> asRuntimeSilently(setting(eve)
                        + "insert into membership values ('%s', '%s', 'owner', now())"
                                .formatted(ada.workspaceId(), eve.userId())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void passwordHashesAreOutOfReach() {
        var ada = AuthApi.signedUp();

        assertThatThrownBy(() -> asRuntime(setting(ada) + "select password_hash from account"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Stores.database("auth").ask("worker", "select * from find_login('a@b.example')"))
                .hasMessageContaining("permission denied");
        assertThat(Stores.database("auth").ask("runtime", "select account_id from find_login('%')"))
                .isEmpty();
    }

    @Test
    void hashesOfApiKeysAreOutOfReach() {
        var ada = AuthApi.signedUp();

        assertThatThrownBy(() -> asRuntime(setting(ada) + "select secret_hash from api_key"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Stores.database("auth").ask("worker", "select * from find_api_key(gen_random_uuid())"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void secretsOfApplicationsAreOutOfReach() {
        var ada = AuthApi.signedUp();

        assertThatThrownBy(() -> asRuntime(setting(ada) + "select secret_hash from application"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        Stores.database("auth").ask("worker", "select * from find_application(gen_random_uuid())"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void signingKeysAreOutOfTheReachOfRequests() {
        assertThatThrownBy(() -> asRuntime("select key_id from signing_key")).hasMessageContaining("permission denied");
    }

    @Test
    void aRefreshTokenThatNamesAnotherWorkspaceIsUnknownThere() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();
        // The first 16 bytes name the workspace: 22 characters hold them, and one more the bits that overlap.
        var crossed = eve.refreshToken().substring(0, 26) + ada.refreshToken().substring(26);

        AuthApi.refresh(crossed).then().statusCode(401);
        AuthApi.refresh(ada.refreshToken()).then().statusCode(200);
        AuthApi.refresh(eve.refreshToken()).then().statusCode(200);
    }

    private static String setting(SignedIn person) {
        return "begin; do $$ begin perform set_config('posthorn.workspace', '%s', true); end $$; "
                .formatted(person.workspaceId());
    }

    private static String asRuntime(String sql) {
        return Stores.database("auth").ask("runtime", sql).getFirst();
    }

    private static void asRuntimeSilently(String sql) {
        Stores.database("auth").ask("runtime", sql + "; select 1");
    }
}
