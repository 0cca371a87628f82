package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.devstack.stack.Part;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Single messages through the API, each at its time and each to somebody else; the clock runs from then until Meta has it. */
final class SteadyTalk {
    private static final int MOST = 5_000;

    private final Ground ground;
    private final Sender sender;
    private final Arrivals arrivals;
    private final HttpClient http;
    private final RequestOptions options;
    private final long interval;
    private int next;

    SteadyTalk(Ground ground, Sender sender, int perSecond) throws Exception {
        this.ground = ground;
        this.sender = sender;
        this.arrivals = ground.meta().open(sender.phoneNumberId(), "STANDARD");
        this.http = ground.vertx().createHttpClient();
        this.options = new RequestOptions()
                .setAbsoluteURI(ground.stack().url(Part.GATEWAY) + "/api/v1/messages")
                .setMethod(HttpMethod.POST)
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + sender.account().accessToken());
        this.interval = 1_000_000_000L / perSecond;
        sender.meet(MOST);
    }

    void on(Duration time, Latencies latencies) throws Exception {
        int first = next;
        int count = (int) (time.toNanos() / interval);
        long began = System.nanoTime();
        for (int message = 0; message < count; message++) {
            long due = began + message * interval;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send(next++);
        }
        ground.await(next, arrivals::different);
        for (int message = 0; message < count; message++) {
            long at = arrivals.at(first + message);
            if (at > 0) {
                latencies.record(at - began - message * interval);
            }
        }
    }

    int lost() {
        return next - arrivals.different();
    }

    int duplicated() {
        return arrivals.duplicated();
    }

    private void send(int message) {
        var body = "{\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"m-%d\"}}"
                .formatted(Sender.phoneOf(message), message);
        http.request(options).compose(request -> request.send(Buffer.buffer(body)));
    }
}
