package io.posthorn.media.media;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.format.MediaType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.FilePart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Sends a file, or a piece of it. Whatever the bytes are, a browser runs none of them. */
@RequestScoped
public class ContentAnswer {
    private final HttpServerRequest request;

    ContentAnswer(@Context HttpServerRequest request) {
        this.request = request;
    }

    public RestResponse<FilePart> of(MediaContent content, Disposition disposition) {
        var media = content.media();
        var asked = ByteRange.asked(range(media), media.size());
        if (asked.isUnsatisfiable()) {
            request.response().putHeader("Content-Range", "bytes */" + media.size());
            throw new ProblemException(
                    MediaProblems.RANGE_NOT_SATISFIABLE, "The file has %d bytes".formatted(media.size()));
        }
        var piece = asked.range();
        var answer = ResponseBuilder.<FilePart>create(asked.isPiece() ? 206 : 200)
                .entity(new FilePart(content.file(), piece.first(), piece.length()))
                .header("Content-Type", media.mimeType())
                .header("Content-Length", piece.length())
                .header("Content-Disposition", disposition.word() + names(media))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Accept-Ranges", "bytes")
                .header("ETag", etag(media));
        if (asked.isPiece()) {
            answer.header("Content-Range", piece.within(media.size()));
        }
        return answer.build();
    }

    /** A client that continues a download says of which file; files never change, but an id may be mistaken. */
    private String range(Media media) {
        var ifRange = request.getHeader("If-Range");
        return ifRange == null || ifRange.equals(etag(media)) ? request.getHeader("Range") : null;
    }

    private static String etag(Media media) {
        return "\"" + media.sha256() + "\"";
    }

    /** The plain name is for clients that cannot read the encoded one. */
    private static String names(Media media) {
        var plain = media.id() + "." + MediaType.named(media.mimeType()).extension();
        var encoded = media.fileName() == null
                ? ""
                : "; filename*=UTF-8''"
                        + URLEncoder.encode(media.fileName(), StandardCharsets.UTF_8)
                                .replace("+", "%20");
        return "; filename=\"%s\"%s".formatted(plain, encoded);
    }
}
