package io.posthorn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.client.SimulatedWorld.Capture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The second act: a picture, a template that Meta approves, a list of recipients, and what comes back. */
final class Broadcast {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Three numbers that are none, and one customer who opted out. */
    private static final int UNSENDABLE = 4;

    private static final int AT_A_TIME = 4;
    private static final List<String> BUTTONS = List.of("I will come", "Please deliver");

    private final Account account;
    private final SimulatedWorld world;
    private final Watch watch;
    private final Timeline timeline;
    private final Path examples;
    private final List<Recipient> recipients;
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final JsonNode channel;
    private String mediaId;
    private JsonNode template;
    private Mailing mailing;
    private int pressed;

    Broadcast(Account account, SimulatedWorld world, JsonNode channel, Watch watch, Timeline timeline, Path examples) {
        this.account = account;
        this.world = world;
        this.channel = channel;
        this.watch = watch;
        this.timeline = timeline;
        this.examples = examples;
        this.recipients = Recipients.read(examples.resolve("recipients.csv"));
    }

    void perform() {
        timeline.step("upload a picture", this::upload);
        timeline.step("write a template", this::create);
        timeline.step("WhatsApp approves it", this::approve);
        timeline.step("one customer wants no more of it", this::optOut);
        timeline.step("send it to the list", this::send);
        timeline.step("the client lost its connection and sends again", this::sendAgain);
        timeline.step("customers read it", this::awaitRead);
        timeline.step("phones show it once each", this::comparePhones);
        timeline.step("two customers press a button", this::press);
    }

    BroadcastReport report() {
        return new BroadcastReport(
                template.path("name").asText(),
                recipients.size(),
                mailing.accepted().size(),
                mailing.repeated(),
                count(Set.of("delivered", "read")),
                count(Set.of("read")),
                pressed,
                mailing.refusals().size(),
                List.copyOf(mailing.refusals()));
    }

    private void upload() {
        var media = account.upload(examples.resolve("order-update.png"), "image/png");
        mediaId = media.path("id").asText();
        timeline.note(
                "%s, %d bytes",
                media.path("mimeType").asText(), media.path("size").asLong());
    }

    private void create() {
        var draft = (ObjectNode) json(examples.resolve("order-update.json"));
        ((ObjectNode) draft.path("header")).put("mediaId", mediaId);
        template = account.post("/api/v1/templates", draft).expect(201).body();
        timeline.note(
                "%s: %s",
                template.path("name").asText(), draft.path("body").path("text").asText());
    }

    private void approve() {
        world.callBack(
                channel.path("webhook").path("url").asText(),
                channel.path("webhook").path("verifyToken").asText());
        var path = "/api/v1/templates/" + template.path("id").asText();
        account.post(path + "/submit", Map.of("channelId", channel.path("id").asText()))
                .expect(200);
        watch.until(LIMIT, () -> {
            var status = account.get(path).path("status").asText();
            if (status.equals("REJECTED")) {
                throw new DemoFailure("WhatsApp rejected the template");
            }
            return status.equals("APPROVED") ? Optional.empty() : Optional.of("The template is " + status);
        });
    }

    private void optOut() {
        var unwilling = WhatsAppId.of("+49 152 28817386", "DE");
        var contact = account.all("/api/v1/contacts").stream()
                .filter(one -> one.path("phone").asText().equals("+" + unwilling))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("There is no contact +" + unwilling));
        account.call(
                        "PATCH",
                        "/api/v1/contacts/" + contact.path("id").asText(),
                        Map.of(),
                        Map.of("consent", "opted_out"))
                .expect(200);
        timeline.note("%s", contact.path("name").asText());
    }

    private void send() {
        mailing = new Mailing(account, recipients, template, mediaId);
        watch.until(
                LIMIT, () -> mailing.isPossible() ? Optional.empty() : Optional.of("The template cannot be sent yet"));
        mailing.send();
        timeline.note(
                "%d rows: %d sent, %d named again, %d refused",
                recipients.size(),
                mailing.accepted().size(),
                mailing.repeated(),
                mailing.refusals().size());
        mailing.refusals()
                .forEach(refusal -> timeline.note(
                        "row %d, %s (%s): %s", refusal.row(), refusal.name(), refusal.phone(), refusal.reason()));
        if (mailing.refusals().size() != UNSENDABLE) {
            throw new DemoFailure("%d rows cannot be sent, but %d were refused"
                    .formatted(UNSENDABLE, mailing.refusals().size()));
        }
    }

    private void sendAgain() {
        int rows = mailing.sendAgain();
        timeline.note(
                "%d rows again, still %d messages", rows, mailing.accepted().size());
    }

    private void awaitRead() {
        watch.until(LIMIT, () -> {
            var unread = mailing.accepted().keySet().stream()
                    .filter(id -> !"read".equals(statuses.get(id)))
                    .toList();
            SideBySide.each(unread, AT_A_TIME, this::look);
            return unread.isEmpty()
                    ? Optional.empty()
                    : Optional.of("%d of %d messages are not read"
                            .formatted(unread.size(), mailing.accepted().size()));
        });
        timeline.note("%d of %d read", count(Set.of("read")), mailing.accepted().size());
    }

    private void look(String id) {
        var message = account.get("/api/v1/messages/" + id);
        var status = message.path("status").asText();
        if (Set.of("failed", "unknown", "expired").contains(status)) {
            throw new DemoFailure("The message to %s is %s: %s"
                    .formatted(
                            mailing.accepted().get(id).name(),
                            status,
                            message.path("statusReason").asText()));
        }
        statuses.put(id, status);
    }

    private void comparePhones() {
        var arrived = templates();
        var byPhone = arrived.stream().collect(Collectors.groupingBy(Capture::to, Collectors.counting()));
        byPhone.forEach((phone, count) -> {
            if (count != 1) {
                throw new DemoFailure("+%s got it %d times".formatted(phone, count));
            }
        });
        if (byPhone.size() != mailing.accepted().size()) {
            throw new DemoFailure("%d phones show it, but %d messages were accepted"
                    .formatted(byPhone.size(), mailing.accepted().size()));
        }
    }

    private void press() {
        var byPhone = templates().stream().collect(Collectors.toMap(Capture::to, Function.identity()));
        var phones = byPhone.keySet().stream().sorted().limit(BUTTONS.size()).toList();
        for (int index = 0; index < phones.size(); index++) {
            world.press(byPhone.get(phones.get(index)), BUTTONS.get(index), BUTTONS.get(index));
        }
        watch.until(LIMIT, () -> {
            pressed = (int) account.all("/api/v1/conversations").stream()
                    .filter(conversation -> conversation.path("unreadCount").asInt() > 0)
                    .filter(this::holdsPress)
                    .count();
            return pressed == phones.size()
                    ? Optional.empty()
                    : Optional.of("%d of %d presses arrived".formatted(pressed, phones.size()));
        });
        timeline.note("%s", String.join(", ", BUTTONS));
    }

    private boolean holdsPress(JsonNode conversation) {
        return account
                .all("/api/v1/conversations/%s/messages"
                        .formatted(conversation.path("id").asText()))
                .stream()
                .anyMatch(message -> message.path("type").asText().equals("button")
                        && BUTTONS.contains(message.path("content").path("text").asText()));
    }

    private List<Capture> templates() {
        return world.captures().stream()
                .filter(capture -> capture.type().equals("template"))
                .toList();
    }

    private int count(Set<String> wanted) {
        return (int) statuses.values().stream().filter(wanted::contains).count();
    }

    private static JsonNode json(Path file) {
        try {
            return JsonHttp.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
