package io.posthorn.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainedEntryTest {
    private static final UUID WORKSPACE = UUID.fromString("0190a6c4-0000-7000-8000-000000000001");
    private static final UUID ACTOR = UUID.fromString("0190a6c4-0000-7000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final ChainHead START = new ChainHead(0, ChainHead.GENESIS, NOON);

    @Test
    void hashStaysWhatItWas() {
        var entry = ChainedEntry.after(START, WORKSPACE, entry("user.registered", Map.of("workspaceName", "Müller")));

        assertThat(entry.hash()).isEqualTo("87c6387cefe8a603c8096ae6c6fc11a0b3d8e563d8601c462f4a2d8cd1002659");
    }

    @Test
    void followsTheEntryBefore() {
        var first = ChainedEntry.after(START, WORKSPACE, entry("user.registered", Map.of()));
        var head = new ChainHead(first.sequence(), first.hash(), NOON.plusSeconds(1));

        var second = ChainedEntry.after(head, WORKSPACE, entry("session.started", Map.of()));

        assertThat(first.follows(0, ChainHead.GENESIS)).isTrue();
        assertThat(second.follows(1, first.hash())).isTrue();
        assertThat(second.follows(0, ChainHead.GENESIS)).isFalse();
        assertThat(second.follows(2, first.hash())).isFalse();
    }

    @Test
    void aChangedFieldShows() {
        var genuine = ChainedEntry.after(START, WORKSPACE, entry("user.registered", Map.of("a", "1")));

        var changed = new ChainedEntry(
                WORKSPACE,
                1,
                entry("user.registered", Map.of("a", "2")),
                genuine.recordedAt(),
                genuine.previousHash(),
                genuine.hash());

        assertThat(changed.follows(0, ChainHead.GENESIS)).isFalse();
    }

    @Test
    void detailsThatReadTheSameWhenJoinedHaveDifferentHashes() {
        var one = ChainedEntry.after(START, WORKSPACE, entry("a.b", Map.of("ab", "c")));
        var other = ChainedEntry.after(START, WORKSPACE, entry("a.b", Map.of("a", "bc")));

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    private static AuditEntry entry(String action, Map<String, String> details) {
        return new AuditEntry(ACTOR, action, ACTOR, "user", ACTOR, new TreeMap<>(details), null, NOON);
    }
}
