package io.posthorn.simulator.graph;

import io.vertx.core.http.HttpMethod;

/**
 * What an operation answers.
 *
 * @param edge the last part of the path, empty for the object itself
 */
public record GraphRoute(HttpMethod method, ObjectKind kind, String edge) {}
