package io.posthorn.template.builder.answering;

import io.posthorn.template.builder.engine.Turn;

/**
 * What an engine made of a turn.
 *
 * @param engine that really answered
 * @param notice why it was another than people might expect; null for nothing to tell
 */
public record Outcome(Turn turn, String engine, String notice) {}
