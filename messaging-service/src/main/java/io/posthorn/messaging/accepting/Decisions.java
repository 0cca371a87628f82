package io.posthorn.messaging.accepting;

import io.posthorn.cloudapi.message.OutgoingTemplate;
import io.posthorn.kit.Ids;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.content.TemplateContents;
import io.posthorn.messaging.conversation.Recipient;
import io.posthorn.messaging.directory.Directory;
import io.posthorn.messaging.draft.MessageDraft;
import io.posthorn.messaging.media.FileUse;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.Message;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The gate: whether a candidate may be sent to whom it names, now or at its time. Plain Java, no I/O. */
final class Decisions {
    private static final Duration REACTABLE = Duration.ofDays(30);

    private final Directory directory;
    private final Map<FileUse, ProblemException> mediaProblems;
    private final Instant now;

    Decisions(Directory directory, Map<FileUse, ProblemException> mediaProblems, Instant now) {
        this.directory = directory;
        this.mediaProblems = mediaProblems;
        this.now = now;
    }

    /** Fails with what is wrong. */
    Plan plan(Candidate candidate) {
        var draft = candidate.draft();
        RequestRules.check(draft, now);
        var channel = directory.channel(draft);
        var recipient = directory.recipient(draft);
        var sendAt = RequestRules.sendAt(draft, now);
        var content = draft.content()
                .template()
                .map(template -> template(draft, template, channel, recipient))
                .orElseGet(() -> free(draft, recipient, sendAt));
        var reference = reference(draft, recipient);
        if (draft.isReaction()) {
            content.put("messageId", reference.toString());
        }
        checkMedia(draft);
        return new Plan(Ids.next(), candidate, recipient, content, draft.isReaction() ? null : reference, sendAt);
    }

    private JsonObject free(MessageDraft draft, Recipient recipient, Instant sendAt) {
        if (!recipient.windowOpenAt(sendAt == null ? now : sendAt)) {
            throw AcceptingProblems.windowClosed();
        }
        return draft.content().stored();
    }

    private JsonObject template(MessageDraft draft, OutgoingTemplate message, Channel channel, Recipient recipient) {
        var template = directory.template(channel, message).orElseThrow(() -> AcceptingProblems.notApproved("unknown"));
        if (!template.snapshot().isApproved()) {
            throw AcceptingProblems.notApproved(template.snapshot().status());
        }
        if (recipient.refuses(
                template.snapshot().needsConsent(), template.snapshot().isMarketing())) {
            throw AcceptingProblems.optedOut();
        }
        if (template.snapshot().isAuthentication() && recipient.isKnownByUserIdOnly()) {
            throw AcceptingProblems.userIdNotSupported();
        }
        var misfits = TemplateContents.misfits(draft.content(), template);
        if (!misfits.isEmpty()) {
            throw AcceptingProblems.parameters(misfits);
        }
        return TemplateContents.rendered(draft.content(), template);
    }

    /** Null when the candidate names no other message. */
    private UUID reference(MessageDraft draft, Recipient recipient) {
        var reference = draft.reference();
        if (reference == null) {
            return null;
        }
        var message = directory
                .referenced(reference, recipient)
                .orElseThrow(() -> AcceptingProblems.unknownMessage(reference.pointer()));
        if (draft.isReaction() && !canBeReactedTo(message)) {
            throw AcceptingProblems.notToReactTo(reference.pointer());
        }
        return message.id();
    }

    private boolean canBeReactedTo(Message message) {
        return message.direction() == Direction.INBOUND
                && !message.type().equals("reaction")
                && message.createdAt().plus(REACTABLE).isAfter(now);
    }

    private void checkMedia(MessageDraft draft) {
        for (var file : draft.content().files()) {
            if (mediaProblems.containsKey(file.use())) {
                throw AcceptingProblems.placed(mediaProblems.get(file.use()), file.pointer());
            }
        }
    }
}
