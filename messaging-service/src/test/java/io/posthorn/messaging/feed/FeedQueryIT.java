package io.posthorn.messaging.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.testkit.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class FeedQueryIT {
    private static final String ONE_OF_FIFTY = "00000000-0000-4000-8000-000000000007";

    /** Numbers below zero: the relay never looks there. */
    @BeforeEach
    void fill() {
        Stores.database("messaging").askAsSuperuser("""
                insert into outbox (sequence, event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                select -n, gen_random_uuid(), ('00000000-0000-4000-8000-0000000000' || lpad((n %% 50)::text, 2, '0'))::uuid,
                    'posthorn.contact.v1', gen_random_uuid(), 'posthorn.contact.created', 1, '{"number": 1}', '00'
                from generate_series(1, 50000) n;
                analyze outbox""".formatted());
    }

    @AfterEach
    void empty() {
        Stores.database("messaging").askAsSuperuser("delete from outbox where sequence < 0; analyze outbox");
    }

    @Test
    void aWorkspacesPageIsReadByItsIndex() {
        var plan = explain("runtime", FeedStore.PAGE, "uuid, bigint, bigint, int", "'%s', -30000, 0, 500");

        assertThat(plan).contains("workspace_id_sequence_idx").doesNotContain("Seq Scan");
    }

    @Test
    void newsAreReadByNumber() {
        // the partitions of days to come are empty, and may be read as they like
        var plan = explain("worker", FeedStore.NEWS, "bigint, bigint", "-100, 10000");

        assertThat(plan).containsPattern("Index Scan using outbox_20\\d+_pkey");
    }

    private static String explain(String role, String query, String types, String values) {
        return String.join("\n", Stores.database("messaging").ask(role, """
                set plan_cache_mode = force_generic_plan;
                prepare named (%s) as %s;
                begin;
                select set_config('posthorn.workspace', '%s', true);
                explain (analyze, buffers, costs off) execute named (%s)""".formatted(
                        types, query, ONE_OF_FIFTY, values.formatted(ONE_OF_FIFTY))));
    }
}
