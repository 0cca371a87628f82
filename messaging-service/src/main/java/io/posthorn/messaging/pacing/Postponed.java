package io.posthorn.messaging.pacing;

/** A turn that goes back to where it was claimed, because its time is too far away. */
public record Postponed(Turn turn, long until, long blocksUntil, String reason) {}
