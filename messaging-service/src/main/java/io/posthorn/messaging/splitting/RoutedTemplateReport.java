package io.posthorn.messaging.splitting;

import io.posthorn.cloudapi.webhook.TemplateStatusUpdate;
import io.posthorn.messaging.channel.Channel;
import java.time.Instant;

/** What became of a template, for one workspace, with what a repeated delivery is recognised by. */
public record RoutedTemplateReport(Channel channel, TemplateStatusUpdate update, Instant reportedAt, String identity) {}
