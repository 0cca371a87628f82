package io.posthorn.messaging.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Somebody is known otherwise from a moment on. */
public record NewIdentity(Sender sender, Identity identity, Instant since) {
    /** A phone number takes the place of a phone number, a user id that of a user id. */
    public Optional<Identity> former() {
        return sender.identities().stream()
                .filter(known -> known.kind().equals(identity.kind()) && !known.equals(identity))
                .findFirst();
    }

    /** As they were and as they are. */
    public Sender both() {
        var identities = new ArrayList<>(sender.identities());
        identities.add(identity);
        return new Sender(identities, sender.profileName(), sender.username(), since);
    }
}
