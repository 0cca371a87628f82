package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;

/** Something a customer wrote, and when the business read it. */
final class CustomerMessage {
    private final String wamid;
    private final String customer;
    private final String type;
    private final JsonNode content;
    private final String at;
    private volatile String readAt;

    CustomerMessage(String wamid, String customer, String type, JsonNode content, String at) {
        this.wamid = wamid;
        this.customer = customer;
        this.type = type;
        this.content = content;
        this.at = at;
    }

    String wamid() {
        return wamid;
    }

    String customer() {
        return customer;
    }

    void readAt(String time) {
        readAt = time;
    }

    CustomerMessageView view() {
        return new CustomerMessageView(wamid, type, content, at, readAt);
    }

    /** As the control API shows it; {@code readAt} is null until the business sends a read receipt. */
    record CustomerMessageView(String wamid, String type, JsonNode content, String at, String readAt) {}
}
