package io.posthorn.messaging.realtime;

/** One event of the outbox as streams tell it; the payload is JSON. */
record FeedEvent(long sequence, String type, String payload) {}
