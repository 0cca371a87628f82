package io.posthorn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Both acts: conversations, then a broadcast, on a stack that runs: in a world and a workspace of their own, so nothing else on the
 * stack is touched. Customers write through the simulator; all the rest goes through the gateway's public API.
 */
public final class Play {
    private final Path examples;
    private final Stack stack;
    private final Timeline timeline;
    private final Watch watch;
    private final List<Talk> talks;
    private SimulatedWorld world;
    private Account account;
    private Inbox inbox;
    private Agent agent;
    private Books books;
    private Map<String, Long> audit;
    private Map<String, Long> dashboard;
    private JsonNode channel;
    private BroadcastReport broadcast;

    /** @param examples the folder with the files of the demonstration */
    Play(Stack stack, Timeline timeline, List<Talk> talks, Path examples) {
        this.examples = examples;
        this.stack = stack;
        this.timeline = timeline;
        this.watch = new Watch(stack);
        this.talks = talks;
    }

    /** Plays both acts and throws, naming the step, when anything is not as it should be. */
    public static void perform(Stack stack, Path examples) {
        var timeline = new Timeline(System.out);
        try {
            new Play(stack, timeline, talks(examples), examples).perform();
        } catch (RuntimeException failure) {
            throw new DemoFailure("\"%s\": %s".formatted(timeline.current(), failure), failure);
        }
    }

    static List<Talk> talks(Path examples) {
        return Script.read(examples.resolve("conversations.jsonl")).stream()
                .map(Talk::new)
                .toList();
    }

    void perform() {
        converse();
        broadcast();
    }

    private void converse() {
        timeline.step("make a WhatsApp world", this::makeWorld);
        timeline.step("register a workspace", this::register);
        timeline.step("connect the number", this::connect);
        timeline.step("customers write in", this::write);
        timeline.step("all messages arrive", inbox::awaitAll);
        timeline.step("the agent answers, customers read", agent::answerAll);
        timeline.step("the agent marks the conversations read", this::markRead);
        timeline.step("phones show one answer each", books::comparePhones);
        timeline.step("the audit log agrees", this::compareAudit);
        timeline.step("the dashboard agrees", this::compareDashboard);
    }

    private void broadcast() {
        var act = new Broadcast(account, world, channel, watch, timeline, examples);
        act.perform();
        broadcast = act.report();
    }

    Map<String, Long> audit() {
        return audit;
    }

    Map<String, Long> dashboard() {
        return dashboard;
    }

    BroadcastReport broadcastReport() {
        return broadcast;
    }

    private void makeWorld() {
        world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        timeline.note("number %s", world.displayPhoneNumber());
    }

    private void register() {
        account = Account.register(stack.url(Part.GATEWAY), "Demo bicycle shop");
        inbox = new Inbox(account, watch, talks);
        agent = new Agent(account, watch, timeline, talks);
        books = new Books(account, world, watch, talks);
        timeline.note("workspace %s", account.workspaceId());
    }

    private void connect() {
        channel = account.connect(world, "Shop");
        timeline.note(
                "channel %s is %s",
                channel.path("id").asText(), channel.path("status").asText());
        if (!channel.path("status").asText().equals("active")) {
            throw new DemoFailure("The channel is not active");
        }
    }

    private void write() {
        var lines = talks.stream()
                .flatMap(talk -> talk.customer().writes().stream().map(writing -> new Line(talk.customer(), writing)))
                .toList();
        SideBySide.at(lines, line -> line.writing().delay().toMillis(), this::write);
    }

    private void write(Line line) {
        var customer = line.customer();
        world.write(customer.waId(), customer.name(), line.writing().text());
        timeline.note(
                "← %s (%s): %s",
                customer.name(),
                customer.from(),
                Timeline.shortened(line.writing().text()));
    }

    private void markRead() {
        agent.markAllRead();
        inbox.awaitNothingUnread();
    }

    private void compareAudit() {
        audit = books.compareAudit();
        timeline.note("%s; its hash chain is whole", audit);
    }

    private void compareDashboard() {
        dashboard = books.compareDashboard();
        timeline.note("%s", dashboard);
    }

    private record Line(Customer customer, Customer.Writing writing) {}
}
