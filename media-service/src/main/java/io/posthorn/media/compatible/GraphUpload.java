package io.posthorn.media.compatible;

import io.posthorn.media.intake.Upload;
import io.posthorn.media.intake.UploadReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** A form as Meta wants it: the file, what it is, and for which product, in any order. */
final class GraphUpload {
    private static final String PRODUCT = "whatsapp";

    private GraphUpload() {}

    static Uni<Upload> read(HttpServerRequest request) {
        return UploadReader.read(request)
                .map(file -> new Upload(
                        file.bytes(),
                        () -> declaredType(file, request),
                        file.fileName(),
                        file.announcedSize(),
                        file.rest().invoke(() -> requireProduct(request))));
    }

    /** The field counts more than what the part says, as at Meta. */
    private static String declaredType(Upload file, HttpServerRequest request) {
        var type = request.getFormAttribute("type");
        return type == null || type.isBlank() ? file.declaredType() : type;
    }

    private static void requireProduct(HttpServerRequest request) {
        if (!PRODUCT.equals(request.getFormAttribute("messaging_product"))) {
            throw GraphProblems.withoutProduct();
        }
    }
}
