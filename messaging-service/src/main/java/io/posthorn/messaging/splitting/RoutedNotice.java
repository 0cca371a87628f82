package io.posthorn.messaging.splitting;

import io.posthorn.messaging.channel.RoutedChannelEvent;
import io.posthorn.messaging.notice.Notice;
import java.util.List;

/** A notice, and what channels have to hear of it when it is new. */
public record RoutedNotice(Notice notice, List<RoutedChannelEvent> events) {}
