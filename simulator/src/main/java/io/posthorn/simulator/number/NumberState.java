package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What is true of one number beside its name; guarded by itself. */
public final class NumberState {
    private final Verification verification = new Verification();
    private final Registration registration = new Registration();
    private final ObjectNode settings = NumberSettings.usual();
    private NumberTraits traits = NumberTraits.USUAL;
    private Optional<String> username = Optional.empty();

    NumberState() {}

    /** Ready to send, as the number that a world begins with. */
    static NumberState ready(long nowMillis) {
        var state = new NumberState();
        state.verification.passAt(nowMillis);
        state.registration.begin("", nowMillis);
        return state;
    }

    Verification verification() {
        return verification;
    }

    Registration registration() {
        return registration;
    }

    public synchronized boolean isRegistered() {
        return registration.isActive();
    }

    /** True when sends may carry the hash of the recipient's identity key, which is then looked at. */
    public synchronized boolean checksIdentities() {
        return settings.path("user_identity_change")
                .path("enable_identity_key_check")
                .asBoolean(false);
    }

    public synchronized NumberTraits traits() {
        return traits;
    }

    public synchronized void become(NumberTraits next) {
        traits = next;
    }

    synchronized ObjectNode settings() {
        return settings.deepCopy();
    }

    /** Group by group; what a group holds is replaced as a whole, so that settings do not grow. */
    synchronized void set(ObjectNode patch) {
        patch.properties()
                .forEach(group -> settings.withObjectProperty(group.getKey()).setAll((ObjectNode) group.getValue()));
    }

    public synchronized Optional<String> username() {
        return username;
    }

    public synchronized void nameUser(Optional<String> name) {
        username = name;
    }
}
