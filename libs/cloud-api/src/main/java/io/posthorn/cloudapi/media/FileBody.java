package io.posthorn.cloudapi.media;

import io.posthorn.cloudapi.graph.GraphBody;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A file on its way from the disk, as fast as Meta takes it and never as a whole in memory. */
final class FileBody implements GraphBody {
    private final Vertx vertx;
    private final OutgoingFile file;
    private final long offset;
    private final Buffer before;
    private final Buffer after;
    private final Map<String, String> headers;

    private FileBody(
            Vertx vertx, OutgoingFile file, long offset, Buffer before, Buffer after, Map<String, String> headers) {
        this.vertx = vertx;
        this.file = file;
        this.offset = offset;
        this.before = before;
        this.after = after;
        this.headers = headers;
    }

    /** As the part {@code file} of a form, behind the fields that Meta wants with it. */
    static FileBody form(Vertx vertx, OutgoingFile file) {
        var boundary = "posthorn-" + UUID.randomUUID();
        var before = """
                --%1$s\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --%1$s\r
                Content-Disposition: form-data; name="type"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %2$s\r
                \r
                """.formatted(boundary, file.mimeType(), file.name());
        return new FileBody(
                vertx,
                file,
                0,
                Buffer.buffer(before, StandardCharsets.US_ASCII.name()),
                Buffer.buffer("\r\n--%s--\r\n".formatted(boundary)),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    /** The bytes themselves, from an offset on. */
    static FileBody raw(Vertx vertx, OutgoingFile file, long offset) {
        return new FileBody(
                vertx,
                file,
                offset,
                Buffer.buffer(),
                Buffer.buffer(),
                Map.of("file_offset", Long.toString(offset), "Content-Type", "application/octet-stream"));
    }

    @Override
    public Uni<HttpClientResponse> send(HttpClientRequest request) {
        var target = request.getDelegate();
        headers.forEach(target::putHeader);
        target.putHeader("Content-Length", Long.toString(before.length() + file.size() - offset + after.length()));
        var answer = target.response(); // may come before everything was written
        write(target).onFailure(broken -> target.reset());
        return UniHelper.toUni(answer).map(HttpClientResponse::newInstance);
    }

    private Future<Void> write(io.vertx.core.http.HttpClientRequest target) {
        return target.write(before)
                .compose(begun -> vertx.fileSystem().open(file.path().toString(), new OpenOptions().setWrite(false)))
                .compose(opened -> pump(opened, target))
                .compose(sent -> target.end(after));
    }

    private Future<Void> pump(AsyncFile opened, io.vertx.core.http.HttpClientRequest target) {
        return opened.setReadPos(offset).pipe().endOnComplete(false).to(target).eventually(() -> opened.close()
                .otherwiseEmpty());
    }
}
