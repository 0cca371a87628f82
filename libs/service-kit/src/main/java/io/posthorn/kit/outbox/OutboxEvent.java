package io.posthorn.kit.outbox;

import io.posthorn.contracts.PosthornEvent;
import java.util.UUID;

/**
 * An event with what travels beside it: the workspace, and the aggregate's version after the change, which grows with each
 * event of the aggregate so that consumers can drop what is older than they have.
 */
public record OutboxEvent(UUID workspaceId, long version, PosthornEvent event) {}
