package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What is about an earlier message: reactions, edits and revocations. */
@ApplicationScoped
class InboundChanges implements InboundType {
    private static final String ORIGINAL = "original_message_id";
    private static final int LONGEST_EMOJI = 64;

    private final SentContents sent;

    InboundChanges(SentContents sent) {
        this.sent = sent;
    }

    @Override
    public Set<String> names() {
        return Set.of("reaction", "edit", "revoke");
    }

    @Override
    public Inbound complete(Writing writing) {
        var content = writing.content();
        switch (writing.type()) {
            case "reaction" -> checkReaction(writing, content);
            case "edit" -> checkEdit(writing, content);
            default -> {
                Wish.onlyKnown(content, "revoke", Set.of(ORIGINAL));
                checkOwn(writing, content);
            }
        }
        return writing.of(content);
    }

    /** Without an emoji, or with an empty one, the reaction is taken back. */
    private void checkReaction(Writing writing, ObjectNode reaction) {
        Wish.onlyKnown(reaction, "reaction", Set.of("message_id", "emoji"));
        Wish.optional(reaction.path("emoji"), "reaction.emoji")
                .filter(emoji -> emoji.length() > LONGEST_EMOJI)
                .ifPresent(tooLong -> {
                    throw Wish.wrong("reaction.emoji is one emoji");
                });
        var wamid = Wish.text(reaction.path("message_id"), "reaction.message_id");
        if (!isOwn(writing, wamid)
                && sent.find(writing.world(), writing.customer(), wamid).isEmpty()) {
            throw unknown(wamid);
        }
    }

    private static void checkEdit(Writing writing, ObjectNode edit) {
        Wish.onlyKnown(edit, "edit", Set.of(ORIGINAL, "message"));
        var message = Wish.object(edit.path("message"), "edit.message");
        Wish.text(message.path("type"), "edit.message.type");
        checkOwn(writing, edit);
    }

    private static void checkOwn(Writing writing, ObjectNode content) {
        var wamid = Wish.text(content.path(ORIGINAL), writing.type() + "." + ORIGINAL);
        if (!isOwn(writing, wamid)) {
            throw unknown(wamid);
        }
    }

    static boolean isOwn(Writing writing, String wamid) {
        return Customers.of(writing.world())
                .message(wamid)
                .filter(message -> message.customer().equals(writing.customer()))
                .isPresent();
    }

    private static ControlProblem unknown(String wamid) {
        return ControlProblem.refused("no_such_message", "The customer neither wrote nor got " + wamid);
    }
}
