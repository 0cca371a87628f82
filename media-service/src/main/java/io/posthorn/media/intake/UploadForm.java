package io.posthorn.media.intake;

import io.netty.handler.codec.DecoderException;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;

/**
 * A form with one file, in the part {@code file}. Its bytes wait until somebody pulls them; other fields, before or behind,
 * are read within the server's limits for forms and dropped; another file is refused, wherever it stands.
 */
final class UploadForm {
    private static final String PART = "file";
    /** What a form may hold besides the file. */
    static final int FORM_AROUND_FILE = 64 * 1024;

    private static final long BETWEEN_LOOKS_MILLIS = 1000;
    private static final int LOOKS_AT_NOTHING = 5;

    private final Vertx vertx = Vertx.currentContext().owner();
    private final HttpServerRequest request;
    private final UniEmitter<? super Upload> found;
    private final CompletableFuture<Void> rest = new CompletableFuture<>();
    private FormFile file;

    UploadForm(HttpServerRequest request, UniEmitter<? super Upload> found) {
        this.request = request;
        this.found = found;
    }

    void read() {
        try {
            request.exceptionHandler(broken -> refuse(malformed("The form could not be read", broken)));
            request.setExpectMultipart(true);
            request.endHandler(end -> finish());
            request.uploadHandler(this::take);
            request.resume();
        } catch (IllegalStateException | DecoderException broken) {
            refuse(malformed("The form could not be read", broken));
        }
    }

    private void take(HttpServerFileUpload part) {
        if (file != null) {
            refuse(malformed("One file is taken at a time", null));
        } else if (!PART.equals(part.name())) {
            refuse(withoutFile());
        } else {
            file = new FormFile(part);
            long announced = UploadReader.length(request) - FORM_AROUND_FILE;
            found.complete(new Upload(
                    file,
                    part::contentType,
                    FileName.shown(part.filename()),
                    Math.max(0, announced),
                    Uni.createFrom().completionStage(rest)));
        }
    }

    private void finish() {
        if (file == null) {
            refuse(withoutFile());
        } else {
            rest.complete(null);
            requireComplete(LOOKS_AT_NOTHING, file.arrived());
        }
    }

    /**
     * What is left of the file when the form is over is in memory already, or it never comes: then somebody waits for it and
     * nothing arrives, however often one looks. Whoever takes the file slowly is no reason to refuse it.
     */
    private void requireComplete(int looks, long arrivedBefore) {
        vertx.setTimer(BETWEEN_LOOKS_MILLIS, again -> {
            if (file.isComplete()
                    || request.response().ended()
                    || request.response().closed()) {
                return;
            }
            if (!file.isWaitedFor() || file.arrived() > arrivedBefore) {
                requireComplete(LOOKS_AT_NOTHING, file.arrived());
            } else if (looks > 1) {
                requireComplete(looks - 1, arrivedBefore);
            } else {
                refuse(malformed("The form ends within the file", null));
            }
        });
    }

    private void refuse(ProblemException refusal) {
        rest.completeExceptionally(refusal);
        if (file != null) {
            file.fail(refusal);
        }
        found.fail(refusal);
    }

    private static ProblemException withoutFile() {
        return new ProblemException(IntakeProblems.EMPTY, "The form has no file in a part named " + PART);
    }

    private static ProblemException malformed(String what, Throwable cause) {
        return new ProblemException(CommonProblems.MALFORMED, what, cause);
    }
}
