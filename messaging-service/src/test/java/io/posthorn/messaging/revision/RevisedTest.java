package io.posthorn.messaging.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.revision.Revision.Kind;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevisedTest {
    private static final UUID MESSAGE = UUID.randomUUID();
    private static final UUID CHANNEL = UUID.randomUUID();
    private static final UUID ANA = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @Test
    void everyOrderOfSixWithRepetitionsEndsTheSame() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var some = new ArrayList<Revision>();
            for (var number = 0; number < 6; number++) {
                some.add(anyRevision(random, number));
            }
            some.set(5, some.get(random.nextInt(5)));
            var expected = Revised.of(MESSAGE, some);

            permutations(some).forEach(order -> assertThat(Revised.of(MESSAGE, order))
                    .as("%s", order)
                    .isEqualTo(expected));
        }
    }

    @Test
    void theLatestEditCountsAndTheFirstDeletion() {
        var revised = Revised.of(
                MESSAGE,
                List.of(edit("b", 20, "third"), edit("a", 10, "second"), deletion("d", 40), deletion("c", 30)));

        assertThat(revised.content().getString("body")).isEqualTo("third");
        assertThat(revised.editedAt()).isEqualTo(NOON.plusSeconds(20));
        assertThat(revised.deletedAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void eachPersonHasOneReactionUntilTheyTakeItBack() {
        var revised = Revised.of(
                MESSAGE,
                List.of(
                        reaction("a", ANA, 1, "👍"),
                        reaction("c", ANA, 3, "❤️"),
                        reaction("b", ANA, 2, null),
                        reaction("d", CHANNEL, 1, "🎉"),
                        reaction("e", CHANNEL, 2, null)));

        assertThat(revised.reactions()).extracting(Reaction::emoji).containsExactly("❤️");
    }

    private static Revision anyRevision(Random random, int number) {
        var second = random.nextInt(3);
        var wamid = "wamid." + number;
        return switch (random.nextInt(4)) {
            case 0 -> edit(wamid, second, "text " + number);
            case 1 -> deletion(wamid, second);
            case 2 -> reaction(wamid, ANA, second, "e" + number);
            default -> reaction(wamid, random.nextBoolean() ? ANA : CHANNEL, second, null);
        };
    }

    private static Revision edit(String wamid, int second, String body) {
        return revision(wamid, Kind.EDIT, ANA, second, new JsonObject().put("body", body));
    }

    private static Revision deletion(String wamid, int second) {
        return revision(wamid, Kind.DELETION, ANA, second, new JsonObject());
    }

    private static Revision reaction(String wamid, UUID actor, int second, String emoji) {
        return revision(wamid, Kind.REACTION, actor, second, Revision.emoji(emoji));
    }

    private static Revision revision(String wamid, Kind kind, UUID actor, int second, JsonObject content) {
        return new Revision(CHANNEL, wamid, kind, "wamid.T", MESSAGE, actor, content, null, NOON.plusSeconds(second));
    }

    private static List<List<Revision>> permutations(List<Revision> some) {
        if (some.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Revision>>();
        for (var index = 0; index < some.size(); index++) {
            var rest = new ArrayList<>(some);
            var first = rest.remove(index);
            permutations(rest).forEach(order -> {
                var whole = new ArrayList<Revision>();
                whole.add(first);
                whole.addAll(order);
                all.add(whole);
            });
        }
        return all;
    }
}
