package io.posthorn.messaging.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.OutgoingReaction;
import io.posthorn.cloudapi.message.OutgoingTemplate;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a message says, read and found good.
 *
 * @param message addressed to nobody yet
 * @param own in our words, under the name of its type
 */
public record WrittenContent(OutgoingMessage message, ObjectNode own) {
    public String type() {
        return message.type();
    }

    /** As it is kept: the content without the name of its type; cards, which are a list, under their name. */
    public JsonObject stored() {
        var content = own.get(type());
        return new JsonObject((content.isObject() ? content : own).toString());
    }

    public List<CarriedFile> files() {
        return CarriedFiles.of(own);
    }

    public Optional<OutgoingTemplate> template() {
        return message instanceof OutgoingTemplate template ? Optional.of(template) : Optional.empty();
    }

    public Optional<OutgoingReaction> reaction() {
        return message instanceof OutgoingReaction reaction ? Optional.of(reaction) : Optional.empty();
    }

    @Override
    public String toString() {
        return "WrittenContent[%s]".formatted(type());
    }
}
