package io.posthorn.messaging.feed;

import java.util.List;

/** Events in order, and the number up to which nothing more of this workspace is to be told. */
public record FeedPage(List<FeedEvent> events, long readUpTo) {}
