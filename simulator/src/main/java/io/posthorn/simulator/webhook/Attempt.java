package io.posthorn.simulator.webhook;

import io.posthorn.simulator.outbound.Exchange;

/** One try to post a body, by the world's clock. */
record Attempt(String at, int status, String error, String answer, long durationMillis) {

    static Attempt of(String at, Exchange exchange) {
        return new Attempt(at, exchange.status(), exchange.error(), exchange.answer(), exchange.durationMillis());
    }
}
