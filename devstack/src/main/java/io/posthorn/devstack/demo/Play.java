package io.posthorn.devstack.demo;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The conversations themselves, on a stack that runs: in a world and a workspace of their own, so nothing else on the
 * stack is touched. Customers write through the simulator; all the rest goes through the gateway's public API.
 */
public final class Play {
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

    Play(Stack stack, Timeline timeline, List<Talk> talks) {
        this.stack = stack;
        this.timeline = timeline;
        this.watch = new Watch(stack);
        this.talks = talks;
    }

    /** Plays the conversations of a file and throws when anything is not as it should be. */
    public static void perform(Stack stack, Path conversations) {
        var talks = Script.read(conversations).stream().map(Talk::new).toList();
        new Play(stack, new Timeline(System.out), talks).perform();
    }

    void perform() {
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

    Map<String, Long> audit() {
        return audit;
    }

    Map<String, Long> dashboard() {
        return dashboard;
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
        var channel = account.connect(world, "Shop");
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
