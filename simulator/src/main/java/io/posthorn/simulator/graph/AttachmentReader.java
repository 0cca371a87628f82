package io.posthorn.simulator.graph;

import io.posthorn.simulator.graph.Attachment.FilePart;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Reads files into memory, and no more of them at a time than the memory bears. */
final class AttachmentReader implements Handler<RoutingContext> {
    static final String KEY = Attachment.class.getName();
    private static final long LARGEST_FILE = 100L * 1024 * 1024;
    private static final long MOST_AT_A_TIME = Runtime.getRuntime().maxMemory() / 6;
    private static final AtomicLong READING = new AtomicLong();

    static boolean isFor(HttpServerRequest request) {
        return request.method().equals(HttpMethod.POST)
                && (isForm(request)
                        || GraphPath.of(request.path())
                                .filter(GraphPath::isUpload)
                                .isPresent());
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var reading = new Reading();
        if (isForm(request)) {
            request.setExpectMultipart(true);
            request.uploadHandler(reading::begin);
        } else {
            request.handler(reading::take);
        }
        request.exceptionHandler(broken -> fail(context, reading));
        request.endHandler(end -> finish(context, reading));
        request.resume();
    }

    /** A form that cannot be read must not leave its sender waiting. */
    private static void fail(RoutingContext context, Reading reading) {
        reading.release();
        if (!context.failed() && !context.response().ended()) {
            context.fail(
                    GraphError.of(100).withDetails("The form cannot be read").failure());
        }
    }

    private static void finish(RoutingContext context, Reading reading) {
        reading.release();
        if (context.failed() || context.response().ended()) {
            return;
        }
        if (reading.refusal != null) {
            context.fail(reading.refusal.failure());
        } else {
            context.put(KEY, reading.attachment(context.request()));
            context.next();
        }
    }

    private static boolean isForm(HttpServerRequest request) {
        var type = request.getHeader("Content-Type");
        return type != null && type.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    /** One body on its way in; used by one event loop. */
    private static final class Reading {
        private final Buffer bytes = Buffer.buffer();
        private HttpServerFileUpload file;
        private GraphError refusal;
        private long counted;

        void begin(HttpServerFileUpload upload) {
            if (upload.name().equals("file")) {
                file = upload;
                upload.handler(this::take);
            }
        }

        void take(Buffer chunk) {
            if (refusal != null) {
                return;
            }
            counted += chunk.length();
            var all = READING.addAndGet(chunk.length());
            if (counted > LARGEST_FILE) {
                refusal = GraphError.of(131053).withDetails("The file is larger than 100 MB");
            } else if (all > MOST_AT_A_TIME) {
                refusal = GraphError.of(2);
            } else {
                bytes.appendBuffer(chunk);
            }
        }

        void release() {
            READING.addAndGet(-counted);
            counted = 0;
        }

        Attachment attachment(HttpServerRequest request) {
            var offset = Optional.ofNullable(request.getHeader("file_offset"));
            if (file == null) {
                return new Attachment(Optional.empty(), bytes.getBytes(), offset);
            }
            var type = Optional.ofNullable(file.contentType()).orElse("");
            return new Attachment(
                    Optional.of(new FilePart(file.filename(), type, bytes.getBytes())), new byte[0], offset);
        }
    }
}
