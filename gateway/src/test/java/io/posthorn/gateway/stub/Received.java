package io.posthorn.gateway.stub;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** A request as it arrived behind the gateway; its body follows when all of it is there. */
public final class Received {
    private final String method;
    private final String uri;
    private final MultiMap headers;
    private volatile byte[] body;

    Received(HttpServerRequest request) {
        this.method = request.method().name();
        this.uri = request.uri();
        this.headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
    }

    void complete(byte[] all) {
        body = all;
    }

    public String method() {
        return method;
    }

    public String uri() {
        return uri;
    }

    public MultiMap headers() {
        return headers;
    }

    public String header(String name) {
        return headers.get(name);
    }

    public byte[] body() {
        return body;
    }
}
