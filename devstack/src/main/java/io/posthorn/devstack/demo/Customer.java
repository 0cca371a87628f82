package io.posthorn.devstack.demo;

import java.time.Duration;
import java.util.List;

/**
 * A customer of the demonstration, as the file tells it.
 *
 * @param from the phone number as the customer would write it
 * @param country where it is dialled, for numbers without a country code
 * @param answer what the agent will answer
 */
record Customer(String name, String from, String country, String language, List<Writing> writes, String answer) {
    /** Something the customer writes, so many seconds after the first of all. */
    record Writing(double after, String text) {
        Duration delay() {
            return Duration.ofMillis(Math.round(after * 1000));
        }
    }

    String waId() {
        return WhatsAppId.of(from, country);
    }

    List<String> texts() {
        return writes.stream().map(Writing::text).toList();
    }
}
