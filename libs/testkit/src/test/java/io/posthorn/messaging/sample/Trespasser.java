package io.posthorn.messaging.sample;

import io.posthorn.auth.sample.Session;

/** Uses another service's class and a pool of its own, as nobody should; for {@code HouseRulesTest}. */
public record Trespasser(Session session, io.vertx.mutiny.sqlclient.Pool pool) {}
