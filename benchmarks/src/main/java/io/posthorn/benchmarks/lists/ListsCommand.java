package io.posthorn.benchmarks.lists;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether page 10,000 of a list takes longer than page 1, through the gateway, over a million messages. */
@Command(name = "lists", description = "Page 1 and page 10,000 of lists and search over a million messages")
public final class ListsCommand implements Callable<Integer> {
    private static final int PAGE_SIZE = 25;
    private static final int WARM_UP = 100;
    private static final String CONVERSATIONS = """
            select (extract(epoch from last_message_at) * 1000000)::bigint || ' ' || id from conversation
            where workspace_id = '%s' order by last_message_at desc, id desc""";
    private static final String CONTACTS = "select '0 ' || id from contact where workspace_id = '%s' order by id";
    private static final String LONG_TALK = """
            select '0 ' || id from message where workspace_id = '%s' and conversation_id = (
                select id from conversation where workspace_id = '%s' and number = 1) order by id desc""";
    private static final String FREQUENT = "select '0 ' || id from message where workspace_id = '%s' order by id desc";
    private static final String RARE =
            "select '0 ' || id from message where workspace_id = '%s' and content ->> 'body' like '%parcel%' order by id desc";

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(names = "--messages", defaultValue = "1000000", description = "In the table (default: ${DEFAULT-VALUE})")
    private int messages;

    @Option(names = "--page", defaultValue = "10000", description = "The deep one (default: ${DEFAULT-VALUE})")
    private int page;

    @Option(names = "--times", defaultValue = "400", description = "Each page is asked for (default: ${DEFAULT-VALUE})")
    private int times;

    private BigHistory history;
    private PageTimes pages;
    private Figures figures;

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting the stack");
        try (var stack = Stack.started(StackSettings.onFreePorts(places.root(), home), Progress.SILENT)) {
            var account = Account.register(stack.url(Part.GATEWAY), "Lists");
            var channel = account.connect(SimulatedWorld.create(stack.url(Part.SIMULATOR)), "Lists");
            history = new BigHistory(
                    stack.database(),
                    account.workspaceId(),
                    UUID.fromString(channel.path("id").asText()));
            report.progress("writing %d messages", messages);
            int deepest = (page + 40) * PAGE_SIZE;
            history.fill(messages, deepest);
            pages = new PageTimes(stack.url(Part.GATEWAY), account.accessToken());
            figures = new Figures("lists")
                    .add("messages", messages)
                    .add("conversations", deepest)
                    .add("page", page)
                    .add("pageSize", PAGE_SIZE)
                    .add("timesEach", times)
                    .add("warmUpEach", WARM_UP);
            compare("conversations", "/api/v1/conversations?", CONVERSATIONS, page);
            compare("contacts", "/api/v1/contacts?", CONTACTS, page);
            compare("messages", "/api/v1/conversations/" + history.longTalk() + "/messages?", LONG_TALK, page);
            compare("search", "/api/v1/messages/search?q=order&", FREQUENT, page);
            long lastOfRare = history.count(RARE) / PAGE_SIZE;
            compare("searchOfRareWord", "/api/v1/messages/search?q=parcel&", RARE, lastOfRare);
            return report.finish(figures);
        }
    }

    /** The cursor of the page before leads to the deep one. */
    private void compare(String name, String path, String rows, long deepPage) throws Exception {
        report.progress("asking for pages 1 and %d of %s", deepPage, name);
        var deep = path + "cursor=" + history.cursor(rows, (deepPage - 1) * PAGE_SIZE);
        var compared = pages.compare(path, deep, WARM_UP, times);
        figures.add(name + ".p95MillisOfPage1", compared.first())
                .add(name + ".p95MillisOfPage" + deepPage, compared.deep())
                .atMost(name + ".ratio", compared.ratio(), 1.3);
    }
}
