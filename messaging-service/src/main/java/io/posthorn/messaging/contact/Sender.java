package io.posthorn.messaging.contact;

import java.util.List;

/** Somebody who wrote: at least one identity, the most trusted first, and the name they gave themselves. */
public record Sender(List<Identity> identities, String profileName) {}
