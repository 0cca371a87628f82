package io.posthorn.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.posthorn.testkit.CatalogueRules;
import io.posthorn.testkit.Stores;
import java.util.Set;
import org.junit.jupiter.api.Test;

@MessagingTest
class MessagingCatalogueIT {
    /** Meta's ids and numbers are unique on the installation; queues are read by lanes, across workspaces. */
    private static final Set<String> ACROSS_WORKSPACES = Set.of(
            "channel_account",
            "channel_check",
            "channel_phone_number",
            "message_key_age",
            "meta_app_id",
            "meta_app_key",
            "provider_message_pkey",
            "send_task_expiring",
            "send_task_lane",
            "send_task_recipient",
            "send_task_scheduled",
            "send_task_waiting",
            "webhook_notice_age");

    @Test
    void everyTenantTableIsProtected() {
        CatalogueRules.verify(Stores.database("messaging"), ACROSS_WORKSPACES, Set.of());
    }

    @Test
    void aTableWithoutItsPolicyIsFound() {
        var database = Stores.database("messaging");
        database.ask(
                "owner",
                "create table forgotten (workspace_id uuid, id uuid, primary key (workspace_id, id)); select 1");

        var finding = catchThrowable(() -> CatalogueRules.verify(database, ACROSS_WORKSPACES, Set.of()));

        database.ask("owner", "drop table forgotten; select 1");
        assertThat(finding).isInstanceOf(AssertionError.class).hasMessageContaining("forgotten");
    }

    @Test
    void withoutASettingTheRuntimeRoleSeesNothingAndNoError() {
        Team.connected();
        var database = Stores.database("messaging");

        var unset = database.ask("runtime", "select count(*) from channel");
        var servedAnother = database.ask("runtime", """
                begin;
                select set_config('posthorn.workspace', (select gen_random_uuid())::text, true);
                commit;
                select count(*) from channel""");

        assertThat(database.askAsSuperuser("select count(*) > 0 from channel")).containsExactly("t");
        assertThat(unset).containsExactly("0");
        assertThat(servedAnother).last().isEqualTo("0");
    }
}
