package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.measure.Signature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Webhooks as Meta sends them under load: 70 % carry one event, 25 % carry 2 to 20, 5 % carry 100 to 1,000. Three of four events are
 * statuses of messages that were sent before (sent, delivered, read), the fourth is a customer who writes.
 */
final class WebhookMix {
    static final int STATUSES_EACH = 3;
    private static final int CUSTOMERS = 2_000;
    private static final String[] STATES = {"sent", "delivered", "read"};

    /** A body and its signature, and how many events are in it. */
    record Webhook(byte[] body, String signature, int events) {}

    private final String phoneNumberId;
    private final String wabaId;
    private final Signature signature;
    private final String round;
    private final Random random;

    /** @param round part of all ids, so that those of two rounds differ */
    WebhookMix(String phoneNumberId, String wabaId, String appSecret, String round, long seed) {
        this.phoneNumberId = phoneNumberId;
        this.wabaId = wabaId;
        this.signature = Signature.with(appSecret);
        this.round = round;
        this.random = new Random(seed);
    }

    /** How many sent messages so many events tell of. */
    static int sentMessages(int events) {
        return events * 3 / 4 / STATUSES_EACH;
    }

    List<Webhook> make(int events) {
        var waiting = events(events);
        var webhooks = new ArrayList<Webhook>();
        for (int at = 0; at < waiting.size(); ) {
            int size = Math.min(size(), waiting.size() - at);
            webhooks.add(webhook(waiting.subList(at, at + size)));
            at += size;
        }
        Collections.shuffle(webhooks, random);
        return webhooks;
    }

    /** A webhook with so many events, of messages that nobody has sent. */
    Webhook one(int events) {
        return webhook(events(events));
    }

    /** As many events, each alone. */
    List<Webhook> singles(int events) {
        return events(events).stream().map(event -> webhook(List.of(event))).toList();
    }

    private int size() {
        double chance = random.nextDouble();
        if (chance < 0.70) {
            return 1;
        }
        return chance < 0.95 ? random.nextInt(2, 21) : random.nextInt(100, 1001);
    }

    /** An item of {@code messages} or of {@code statuses}. */
    private record Event(boolean isStatus, String json) {}

    private List<Event> events(int count) {
        var events = new ArrayList<Event>(count);
        int sent = sentMessages(count);
        for (int number = 0; number < sent; number++) {
            for (var state : STATES) {
                events.add(new Event(true, status(number, state)));
            }
        }
        for (int number = 0; events.size() < count; number++) {
            events.add(new Event(false, message(number)));
        }
        Collections.shuffle(events, random);
        return events;
    }

    private String status(int number, String state) {
        return """
                {"id":"wamid.%s.sent.%d","status":"%s","timestamp":"%d","recipient_id":"1555%07d","recipient_user_id":"US.%d",\
                "pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"regular"}}""".formatted(round, number, state, now(), number % CUSTOMERS, number % CUSTOMERS);
    }

    private String message(int number) {
        return """
                {"from":"1555%07d","id":"wamid.%s.received.%d","timestamp":"%d","type":"text",\
                "text":{"body":"Where is my order %d, please? 🙂"}}""".formatted(number % CUSTOMERS, round, number, now(), number);
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private Webhook webhook(List<Event> events) {
        var messages = join(events, false);
        var statuses = join(events, true);
        var value = new StringBuilder("""
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"}""".formatted(phoneNumberId));
        if (!messages.isEmpty()) {
            value.append(",\"messages\":[").append(messages).append(']');
        }
        if (!statuses.isEmpty()) {
            value.append(",\"statuses\":[").append(statuses).append(']');
        }
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":%s}}]}]}""".formatted(wabaId, value).getBytes(StandardCharsets.UTF_8);
        return new Webhook(body, signature.of(body), events.size());
    }

    private static String join(List<Event> events, boolean statuses) {
        return String.join(
                ",",
                events.stream()
                        .filter(event -> event.isStatus() == statuses)
                        .map(Event::json)
                        .toList());
    }
}
