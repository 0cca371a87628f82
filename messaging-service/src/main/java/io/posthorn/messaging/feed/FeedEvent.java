package io.posthorn.messaging.feed;

/** One event of the outbox as streams tell it; the payload is JSON. */
public record FeedEvent(long sequence, String type, String payload) {}
