package io.posthorn.media.intake;

import io.posthorn.kit.problem.RouteProblems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Turns away an upload that says itself that it is too large for any file, before the server's own limit, which says nothing. */
@Singleton
class RequestLimit {
    private static final int SECOND = Integer.MIN_VALUE + 20;

    private final SizeLimits limits;
    private final RouteProblems problems;

    RequestLimit(SizeLimits limits, RouteProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void guard(@Observes Router router) {
        router.route(HttpMethod.POST, "/api/v1/media").order(SECOND).handler(this::check);
    }

    private void check(RoutingContext context) {
        var announced = UploadReader.length(context.request()) - UploadForm.FORM_AROUND_FILE;
        problems.answer(
                context,
                Uni.createFrom().item(announced).invoke(limits::require).replaceWithVoid(),
                fits -> context.next());
    }
}
