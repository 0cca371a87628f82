package io.posthorn.messaging.sending;

/**
 * How a lane does at this moment.
 *
 * @param claimed messages that it holds ready
 * @param underWay calls without an answer yet
 * @param resting whether nothing leaves now, because Meta does not answer or has asked for a pause
 */
public record LaneState(int claimed, int underWay, boolean resting) {}
