package io.posthorn.messaging.feed;

import java.util.Set;
import java.util.UUID;

/** How far the relay is, and whose events it passed on the way there. */
public record News(long position, Set<UUID> workspaces) {}
