package io.posthorn.contracts;

import java.util.List;

/** The Kafka topics. {@code <topic>.dlq} holds what a consumer could not digest. */
public final class Topics {
    public static final String MESSAGE = "posthorn.message.v1";
    public static final String CONVERSATION = "posthorn.conversation.v1";
    public static final String CONTACT = "posthorn.contact.v1";
    public static final String CHANNEL = "posthorn.channel.v1";
    public static final String TEMPLATE = "posthorn.template.v1";
    public static final String MEDIA = "posthorn.media.v1";
    public static final String AUTH = "posthorn.auth.v1";
    public static final String ADMIN = "posthorn.admin.v1";

    /** Every topic, for whoever creates them. */
    public static final List<String> ALL =
            List.of(MESSAGE, CONVERSATION, CONTACT, CHANNEL, TEMPLATE, MEDIA, AUTH, ADMIN);

    private Topics() {}

    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
