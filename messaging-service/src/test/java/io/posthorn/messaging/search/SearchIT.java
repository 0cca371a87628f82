package io.posthorn.messaging.search;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MessagingTest
class SearchIT {
    @Test
    void findsWhatBothSidesWroteWhateverCaseAndAccents() {
        var team = Team.connected();
        team.world.write("15550002001", "Ana", "Olá! Onde está o PEDIDO 17?");
        await().until(() -> team.conversationIds().size() == 1);
        team.send(team.conversationIds().getFirst(), "O pedido 17 sai hoje.");

        assertThat(found(team, "pedido 17")).containsExactly("O pedido 17 sai hoje.", "Olá! Onde está o PEDIDO 17?");
        assertThat(found(team, "17 esta ola")).containsExactly("Olá! Onde está o PEDIDO 17?");
        assertThat(found(team, "pedido 18")).isEmpty();
        assertThat(found(team, "' | !pedido & 17:* --")).hasSize(2);
    }

    @Test
    void rareWordsAreFoundPageByPageBehindThousandsOfOthers() {
        var team = Team.connected();
        team.world.write("15550002001", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        haveTalked(team, 6000, 500);

        var bodies = new ArrayList<String>();
        var page = team.get("/api/v1/messages/search?q=needle&limit=5");
        bodies.addAll(page.getList("data.content.body"));
        while (page.getBoolean("hasMore")) {
            page = team.get("/api/v1/messages/search?q=needle&limit=5&cursor={cursor}", page.getString("nextCursor"));
            bodies.addAll(page.getList("data.content.body"));
        }

        assertThat(bodies)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .startsWith("needle 6000")
                .endsWith("needle 500");
        assertThat(found(team, "straw")).hasSize(25);
    }

    @Test
    void textsOfAnyLengthAreStoredAndFoundByTheirBeginning() {
        var team = Team.connected();
        team.world.write("15550002001", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);

        Stores.database("messaging").askAsSuperuser("""
                insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
                select c.workspace_id, uuidv7(), c.id, c.channel_id, c.contact_id, 'inbound', 'text',
                       jsonb_build_object('body', 'a story ' || (select string_agg('word' || n, ' ') from generate_series(1, 300000) n)),
                       'received'
                from conversation c where c.workspace_id = '%s';
                select 1""".formatted(team.workspace));

        assertThat(found(team, "story word17")).hasSize(1);
    }

    @Test
    void whatWasTakenBackIsNotFoundByItsWords() {
        var team = Team.connected();
        team.world.write("15550002001", "Ana", "my pin is unlucky");
        await().until(() -> found(team, "unlucky").size() == 1);

        Stores.database("messaging")
                .askAsSuperuser("update message set deleted_at = now() where workspace_id = '%s'; select 1"
                        .formatted(team.workspace));

        assertThat(found(team, "unlucky")).isEmpty();
    }

    @Test
    void anotherWorkspaceFindsNothingOfIt() {
        var theirs = Team.connected();
        theirs.world.write("15550002001", "Ana", "a secret of theirs");
        await().until(() -> found(theirs, "secret").size() == 1);
        var mine = Team.connected();

        assertThat(found(mine, "secret")).isEmpty();
        var asRuntime = catchThrowable(
                () -> Stores.database("messaging").ask("runtime", """
                begin;
                select set_config('posthorn.workspace', '%s', true);
                select search_messages('%s', plainto_tsquery('simple', 'secret'), 'ffffffff-ffff-ffff-ffff-ffffffffffff', 10)""".formatted(mine.workspace, theirs.workspace)));
        assertThat(asRuntime).hasMessageContaining("Search is for the workspace of the transaction");
    }

    @ParameterizedTest
    @CsvSource({"'',required", "%20%20,required", "?!,invalid", "%00a,invalid"})
    void refusesWhatHasNoWords(String words, String code) {
        refused("?q=" + words, code);
    }

    @Test
    void refusesWhatIsTooLong() {
        refused("?q=" + "x".repeat(SearchWords.LONGEST + 1), "too_long");
    }

    private static void refused(String query, String code) {
        Team.connected()
                .agent()
                .urlEncodingEnabled(false)
                .get("/api/v1/messages/search" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("?q"))
                .body("errors[0].code", equalTo(code));
    }

    private static List<String> found(Team team, String words) {
        return team.get("/api/v1/messages/search?q={words}", words).getList("data.content.body");
    }

    /** Messages over a hundred days, so over several partitions; a needle among every so many straws. */
    private static void haveTalked(Team team, int messages, int every) {
        Stores.database("messaging").askAsSuperuser("""
                insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
                select c.workspace_id, uuidv7((n - %1$d - 1) * interval '100 days' / %1$d), c.id, c.channel_id, c.contact_id, 'outbound',
                       'text', jsonb_build_object('body', case when n %% %2$d = 0 then 'needle ' else 'straw ' end || n), 'read'
                from conversation c, generate_series(1, %1$d) as n where c.workspace_id = '%3$s';
                select 1""".formatted(messages, every, team.workspace));
    }
}
