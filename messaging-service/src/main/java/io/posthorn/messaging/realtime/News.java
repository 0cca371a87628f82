package io.posthorn.messaging.realtime;

import java.util.Set;
import java.util.UUID;

/** How far the relay is, and whose events it passed on the way there. */
record News(long position, Set<UUID> workspaces) {}
