package io.posthorn.devstack.demo;

import io.posthorn.devstack.client.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers every customer once, sees the answers read, and marks the conversations as dealt with. */
final class Agent {
    private static final int AT_A_TIME = 4;
    /** Every so many requests one is repeated, as clients do when a connection breaks: it must change nothing. */
    private static final int REPEATED = 7;

    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final Account account;
    private final Watch watch;
    private final Timeline timeline;
    private final List<Talk> talks;

    Agent(Account account, Watch watch, Timeline timeline, List<Talk> talks) {
        this.account = account;
        this.watch = watch;
        this.timeline = timeline;
        this.talks = talks;
    }

    /** Returns when every answer is read. Reading is watched while others are still being answered. */
    void answerAll() {
        var answering = SideBySide.begin(talks, AT_A_TIME, this::answer);
        watch.until(LIMIT, () -> {
            var unread = talks.stream().filter(talk -> !talk.isRead()).toList();
            SideBySide.each(unread.stream().filter(Talk::isAnswered).toList(), AT_A_TIME, this::look);
            if (answering.isCompletedExceptionally()) {
                SideBySide.join(answering);
            }
            long left = unread.stream().filter(talk -> !talk.isRead()).count();
            return left == 0
                    ? Optional.empty()
                    : Optional.of("%d of %d answers are not read".formatted(left, talks.size()));
        });
        SideBySide.join(answering);
    }

    void markAllRead() {
        SideBySide.each(talks, AT_A_TIME, talk -> account.post(
                        "/api/v1/conversations/%s/read".formatted(talk.conversationId()), Map.of())
                .expect(200));
    }

    private void answer(Talk talk) {
        var key = "demo-answer-" + talk.customer().waId();
        long asked = System.nanoTime();
        var id = send(talk, key);
        talk.answered(id, asked);
        timeline.note(
                "→ %s: %s",
                talk.customer().name(), Timeline.shortened(talk.customer().answer()));
        if (talks.indexOf(talk) % REPEATED == 0) {
            repeat(talk, key, id);
        }
    }

    private void repeat(Talk talk, String key, UUID first) {
        var second = send(talk, key);
        if (!second.equals(first)) {
            throw new DemoFailure("The same Idempotency-Key made two messages for %s: %s and %s"
                    .formatted(talk.customer().name(), first, second));
        }
        timeline.note(
                "↻ %s: asked again with the same Idempotency-Key, still one message",
                talk.customer().name());
    }

    private UUID send(Talk talk, String key) {
        var accepted = account.send(talk.conversationId(), talk.customer().answer(), key)
                .expect(202)
                .body();
        return UUID.fromString(accepted.path("id").asText());
    }

    private void look(Talk talk) {
        var message = account.get("/api/v1/messages/" + talk.answerId());
        var status = message.path("status").asText();
        if (status.equals("failed") || status.equals("unknown")) {
            throw new DemoFailure("The answer to %s is %s: %s"
                    .formatted(
                            talk.customer().name(),
                            status,
                            message.path("statusReason").asText()));
        }
        talk.statusIs(status);
        if (talk.isRead()) {
            timeline.note("✓✓ read by %s", talk.customer().name());
        }
    }
}
