package io.posthorn.simulator.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Someone who uses WhatsApp; guarded by {@link Customers}. */
final class Customer {
    private final Map<String, Correspondence> correspondences = new HashMap<>();
    private Optional<String> name = Optional.empty();
    private Optional<String> username = Optional.empty();
    private int identity;

    Optional<String> name() {
        return name;
    }

    void isCalled(String given) {
        name = Optional.of(given);
    }

    Optional<String> username() {
        return username;
    }

    void adopt(Optional<String> given) {
        username = given;
    }

    /** How often the customer's identity key changed. */
    int identity() {
        return identity;
    }

    void changeIdentity() {
        identity++;
    }

    Optional<Correspondence> with(String phoneNumberId) {
        return Optional.ofNullable(correspondences.get(phoneNumberId));
    }

    Correspondence opened(String phoneNumberId) {
        return correspondences.computeIfAbsent(phoneNumberId, ignored -> new Correspondence());
    }
}
