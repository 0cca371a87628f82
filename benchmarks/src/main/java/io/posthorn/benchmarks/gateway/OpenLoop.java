package io.posthorn.benchmarks.gateway;

import io.posthorn.benchmarks.measure.Latencies;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Asks at a fixed rate, whatever becomes of those before; time counts from when a request was due. */
final class OpenLoop {
    private static final int CONNECTIONS = 256;

    private OpenLoop() {}

    static Latencies run(Vertx vertx, int port, String path, double rate, int seconds) throws InterruptedException {
        var http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(60), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        var options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(HttpMethod.GET)
                .setURI(path);
        var latencies = new Latencies();
        int requests = (int) (rate * seconds);
        var answered = new CountDownLatch(requests);
        long began = System.nanoTime();
        for (int number = 0; number < requests; number++) {
            long due = began + (long) (number * 1e9 / rate);
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            http.request(options)
                    .compose(request -> request.send())
                    .compose(response -> response.body())
                    .onComplete(done -> {
                        latencies.recordSince(due);
                        answered.countDown();
                    });
        }
        answered.await();
        http.close();
        return latencies;
    }
}
