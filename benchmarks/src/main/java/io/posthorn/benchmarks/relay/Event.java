package io.posthorn.benchmarks.relay;

import java.util.UUID;

/** One of so many conversations' events; its number is the version that consumers see. */
record Event(int number, UUID key) {
    private static final int CONVERSATIONS = 1000;
    static final String TYPE = "posthorn.message.status-changed";
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    static Event of(int number) {
        // A conversation's events lie apart, as they do when many people talk.
        return new Event(number, new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number % CONVERSATIONS));
    }

    String payload() {
        return """
                {"messageId":"%s","conversationId":"%s","channelId":"%s","contactId":"%s","direction":"outbound",\
                "status":"delivered","previousStatus":"sent","reason":null,"providerAt":"2026-01-01T12:00:00Z",\
                "wamid":"wamid.HBgLMTU1NTAwMDIwMDAVAgARGBI%08d"}""".formatted(key, key, key, key, number);
    }
}
