package io.posthorn.gateway.identity;

import io.vertx.core.Future;

/** Where keys are asked for. */
interface KeySource {
    Future<String> read();
}
