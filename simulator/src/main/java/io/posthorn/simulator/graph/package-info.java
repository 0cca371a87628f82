/**
 * The side that Meta's clients see: finds the world by token and the operation by method, object and edge, and answers
 * errors in Meta's shape. Features add operations; the codes of errors stand in {@code graph-errors.csv}.
 */
package io.posthorn.simulator.graph;
