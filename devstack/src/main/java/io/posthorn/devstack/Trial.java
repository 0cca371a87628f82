package io.posthorn.devstack;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.store.Secrets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something to begin with: an account and an API key made for this run, a simulated WhatsApp number that is connected, and a
 * customer who has just written, so that a text may be sent to her for 24 hours.
 */
record Trial(String email, String password, String apiKey, String world, String businessNumber) {
    static final String CUSTOMER = "Ada";
    static final String CUSTOMER_NUMBER = "14155550100";
    private static final List<String> SCOPES = List.of("messages:read", "messages:write", "conversations:read");

    static Trial make(Stack stack) {
        var email = "me-%s@example.com".formatted(UUID.randomUUID().toString().substring(0, 8));
        var password = Secrets.text().substring(0, 24);
        var account = Account.register(stack.url(Part.GATEWAY), "Try it", email, password);
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        account.connect(world, "Try it");
        world.write(CUSTOMER_NUMBER, CUSTOMER, "Hello, is anybody there?");
        var key = account.post("/api/v1/api-keys", Map.of("name", "Try it", "role", "agent", "scopes", SCOPES))
                .expect(201)
                .body()
                .path("key")
                .asText();
        return new Trial(email, password, key, world.id(), world.displayPhoneNumber());
    }

    @Override
    public String toString() {
        return "Trial[hidden]";
    }
}
