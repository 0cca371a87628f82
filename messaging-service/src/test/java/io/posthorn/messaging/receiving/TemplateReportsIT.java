package io.posthorn.messaging.receiving;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import io.posthorn.testkit.Stores;
import org.junit.jupiter.api.Test;

@MessagingTest
class TemplateReportsIT {
    private static final long TIME = 1_790_000_000;

    @Test
    void aDecisionIsToldOnceHoweverOftenItIsDelivered() {
        var team = Team.connected();
        var approved =
                Webhooks.body(Webhooks.templateStatus(team.world.wabaId(), TIME, "order_ready", "en-US", "APPROVED"));
        var paused =
                Webhooks.body(Webhooks.templateStatus(team.world.wabaId(), TIME + 1, "order_ready", "en_US", "PAUSED"));

        assertThat(team.world.post(approved)).isEqualTo(200);
        assertThat(team.world.post(approved)).isEqualTo(200);
        assertThat(team.world.post(paused)).isEqualTo(200);

        await().untilAsserted(() -> assertThat(told(team)).contains("PAUSED"));
        assertThat(told(team)).containsExactly("APPROVED", "PAUSED");
        assertThat(told(team, "payload->>'language' || ' ' || (payload->>'providerTemplateId') || ' ' || key"))
                .containsOnly("en_US 600000000000001 " + team.channelId);
    }

    @Test
    void nobodyHearsOfAnAccountThatIsNotTheirs() {
        var victim = Team.connected();
        var forger = Team.connected();

        forger.world.post(
                Webhooks.body(Webhooks.templateStatus(victim.world.wabaId(), TIME, "promo", "en_US", "DISABLED")));
        victim.world.post(
                Webhooks.body(Webhooks.templateStatus(victim.world.wabaId(), TIME, "promo", "en_US", "APPROVED")));

        await().untilAsserted(() -> assertThat(told(victim)).containsExactly("APPROVED"));
        assertThat(told(forger)).isEmpty();
    }

    private static java.util.List<String> told(Team team) {
        return told(team, "payload->>'status'");
    }

    private static java.util.List<String> told(Team team, String what) {
        return Stores.database("messaging").askAsSuperuser("""
                        select %s from outbox where workspace_id = '%s'
                        and type = 'posthorn.channel.template-status-reported' order by sequence""".formatted(what, team.workspace));
    }
}
