package io.posthorn.messaging.accepting;

import io.posthorn.kit.Ids;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.conversation.Recipient;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The gate: whether a candidate may be sent to whom it names, now or at its time. Plain Java, no I/O. */
final class Decisions {
    private final Directory directory;
    private final Map<UUID, ProblemException> mediaProblems;
    private final MessageContents contents;
    private final Instant now;

    Decisions(Directory directory, Map<UUID, ProblemException> mediaProblems, MessageContents contents, Instant now) {
        this.directory = directory;
        this.mediaProblems = mediaProblems;
        this.contents = contents;
        this.now = now;
    }

    /** Fails with what is wrong. */
    Plan plan(Candidate candidate) {
        var request = candidate.request();
        RequestRules.check(request, now);
        var channel = directory.channel(request);
        var recipient = directory.recipient(request);
        var sendAt = RequestRules.sendAt(request, now);
        var content = request.template() == null
                ? free(request, recipient, sendAt)
                : template(request.template(), channel, recipient);
        checkMedia(request);
        return new Plan(Ids.next(), candidate, recipient, content, sendAt);
    }

    private JsonObject free(SendMessageRequest request, Recipient recipient, Instant sendAt) {
        if (!recipient.windowOpenAt(sendAt == null ? now : sendAt)) {
            throw AcceptingProblems.windowClosed();
        }
        return request.image() == null ? contents.text(request.text()) : contents.image(request.image());
    }

    private JsonObject template(TemplateMessage message, Channel channel, Recipient recipient) {
        var template = directory.template(channel, message).orElseThrow(() -> AcceptingProblems.notApproved("unknown"));
        if (!template.snapshot().isApproved()) {
            throw AcceptingProblems.notApproved(template.snapshot().status());
        }
        if (template.snapshot().needsConsent() && recipient.optedOut()) {
            throw AcceptingProblems.optedOut();
        }
        return contents.template(message, template);
    }

    private void checkMedia(SendMessageRequest request) {
        for (var id : request.media()) {
            if (mediaProblems.containsKey(id)) {
                throw AcceptingProblems.placed(mediaProblems.get(id), MediaPlaces.of(request, id));
            }
        }
    }
}
