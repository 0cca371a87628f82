package io.posthorn.messaging.realtime;

import java.util.List;

/** Events in order, and the number up to which nothing more of this workspace is to be told. */
record FeedPage(List<FeedEvent> events, long readUpTo) {}
