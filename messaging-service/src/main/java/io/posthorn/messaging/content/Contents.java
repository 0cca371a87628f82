package io.posthorn.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.reading.MalformedMessageException;
import io.posthorn.cloudapi.reading.MessageReader;
import io.posthorn.cloudapi.rule.InvalidMessageException;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads contents; what breaks Meta's rules is refused here, before anything is stored. */
public final class Contents {
    /** The rules of a content hang on nobody; whom it is for is known later. */
    private static final Envelope SOMEBODY = Envelope.toPhone("+15550000000");

    private Contents() {}

    /** What stands under the name of its type, in our words; fails with all that is wrong, and where. */
    public static WrittenContent read(String type, JsonNode content) {
        var own = JsonNodeFactory.instance.objectNode();
        own.set(type, content);
        WordCheck.require(own);
        if (type.equals("reaction")
                && !WordCheck.isUuid(content.path("messageId").asText())) {
            throw WordCheck.invalid(List.of(new Violation(
                    "/reaction/messageId", "message_id_format", "Give the id of the message that is reacted to")));
        }
        try {
            var meta = OwnWords.toMeta(own, UnaryOperator.identity());
            return of(MessageReader.message(SOMEBODY, type, meta.get(type)));
        } catch (MalformedMessageException malformed) {
            throw new ProblemException(
                    CommonProblems.MALFORMED,
                    "A value has the wrong type or name",
                    placed(malformed.violations(), own));
        } catch (InvalidMessageException invalid) {
            throw WordCheck.invalid(placed(invalid.violations(), own));
        }
    }

    /** Of a message that was written in Meta's words, with files by our ids. Each type is stored in one form. */
    public static WrittenContent of(OutgoingMessage message) {
        var meta = JsonNodeFactory.instance.objectNode();
        meta.set(message.type(), message.content());
        var own = OwnWords.fromMeta(meta);
        WordCheck.require(own);
        return new WrittenContent(message, own);
    }

    static List<Violation> placed(List<io.posthorn.cloudapi.rule.Violation> violations, JsonNode own) {
        return violations.stream()
                .map(found -> new Violation(OwnWords.pointer(own, found.pointer()), found.code(), found.message()))
                .toList();
    }
}
