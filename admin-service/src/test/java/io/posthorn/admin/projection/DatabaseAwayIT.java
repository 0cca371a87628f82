package io.posthorn.admin.projection;

import static io.posthorn.testkit.Patience.await;

import io.posthorn.admin.EventsOnTopics;
import io.posthorn.admin.SomeEvents;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event waits as long as the database is away, longer than other failures are tried, and is then taken in once. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "admin"))
class DatabaseAwayIT {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_THREE_TRIES = Duration.ofSeconds(4);

    private final UUID workspace = UUID.randomUUID();

    @Test
    void eventsWaitForADatabaseThatIsAway() {
        try (var events = new EventsOnTopics()) {
            events.publish(workspace, SomeEvents.contactCreated());
            await().until(() -> counted().equals("1"));
            shut();

            events.publish(workspace, SomeEvents.contactCreated());
            events.publish(workspace, SomeEvents.contactCreated());

            await().during(LONGER_THAN_THREE_TRIES).until(() -> counted().equals("1"));
            open();
            await().until(() -> counted().equals("3"));
        }
    }

    @AfterEach
    void open() {
        askAsSuperuser("alter role posthorn_admin_runtime login");
    }

    /** A connection that was being opened when the role was shut shows a moment later. */
    private static void shut() {
        askAsSuperuser("alter role posthorn_admin_runtime nologin");
        await().during(A_MOMENT).until(() -> ended().equals("0"));
    }

    private static String ended() {
        return askAsSuperuser(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'posthorn_admin_runtime'");
    }

    private String counted() {
        return askAsSuperuser(
                "select coalesce(sum(value), 0) from dashboard_counter where name = 'contacts' and workspace_id = '%s'"
                        .formatted(workspace));
    }

    private static String askAsSuperuser(String sql) {
        var answer = Stores.database("admin").askAsSuperuser(sql);
        return answer.isEmpty() ? "" : answer.getFirst();
    }
}
