package io.posthorn.template.submission;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire to Meta dies at some call, before Meta has it or before its answer is back, and stays dead: as if the process had been
 * killed there. Whatever the point, the repair ends with one template at Meta that says what ours says.
 */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(NeighbourServices.class)
class CrashIT {
    private static final String NAME = "order_ready";

    /** What is handed in when it happens. */
    enum Deed {
        CREATION(1),
        EDIT(3),
        CORRECTION(3);

        private final int calls;

        Deed(int calls) {
            this.calls = calls;
        }
    }

    record Point(int call, boolean afterMeta) {
        @Override
        public String toString() {
            return "call %d %s".formatted(call, afterMeta ? "answered" : "unsent");
        }
    }

    /** The second crash hits the repair. */
    record Crash(Deed deed, Point first, Point second) {}

    @ParameterizedTest
    @MethodSource("onceEach")
    void oneCrashLeavesOneTemplate(Crash crash) {
        survives(crash);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("twiceEach")
    void aCrashOfTheRepairLeavesOneTemplateToo(Crash crash) {
        survives(crash);
    }

    static Stream<Crash> onceEach() {
        return Stream.of(Deed.values()).flatMap(deed -> points(deed.calls).map(first -> new Crash(deed, first, null)));
    }

    static Stream<Crash> twiceEach() {
        return onceEach().flatMap(crash -> points(3).map(second -> new Crash(crash.deed(), crash.first(), second)));
    }

    private static Stream<Point> points(int calls) {
        return IntStream.rangeClosed(1, calls)
                .boxed()
                .flatMap(call -> Stream.of(new Point(call, false), new Point(call, true)));
    }

    private static void survives(Crash crash) {
        var team = new Team();
        var id = prepared(team, crash.deed());

        dies(team, crash.first());
        team.submit(id);
        if (crash.second() != null) {
            dies(team, crash.second());
            team.becomesOverdue(id);
            team.sync();
        }
        NeighbourServices.restart(team.world.accessToken());

        await().until(() -> {
            team.becomesOverdue(id);
            team.sync();
            team.submit(id);
            return team.status(id).equals("PENDING");
        });
        var there = team.atMeta();
        assertThat(there).hasSize(1);
        assertThat(there.path(0).path("id").asText()).isEqualTo(team.get(id).<String>path("providerTemplateId"));
        assertThat(there.path(0).path("status").asText()).isEqualTo("PENDING");
        assertThat(footers(team)).isEqualTo(List.of("Acme store"));
    }

    private static String prepared(Team team, Deed deed) {
        if (deed == Deed.CREATION) {
            return team.draft(NAME, ",\"footer\":{\"text\":\"Acme store\"}");
        }
        var id = team.draft(NAME);
        team.submit(id).then().statusCode(200);
        team.review(NAME, deed == Deed.EDIT ? "APPROVED" : "REJECTED");
        team.sync();
        team.patch(id, "{\"footer\":{\"text\":\"Acme store\"}}").then().statusCode(200);
        return id;
    }

    private static void dies(Team team, Point point) {
        NeighbourServices.crash(team.world.accessToken(), point.call(), point.afterMeta());
    }

    private static List<String> footers(Team team) {
        return team.atMeta()
                .path(0)
                .path("components")
                .valueStream()
                .filter(component -> component.path("type").asText().equals("FOOTER"))
                .map(component -> component.path("text").asText())
                .toList();
    }
}
