package io.posthorn.kit.http;

import com.github.f4b6a3.uuid.UuidCreator;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.telemetry.logging.LogKeys;
import io.posthorn.telemetry.trace.Span;
import io.posthorn.telemetry.trace.TraceParent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Gives every request an id and a span, says in one line how it ended, and turns away bodies that are too large before they are
 * read. What only reads for people is not worth a line of its own: the gateway has one.
 */
public class RequestFilters {
    private static final Logger LOG = Logger.getLogger("io.posthorn.request");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String SPAN = Span.class.getName();
    /** Where Quarkus looks for the name by which a request is measured. Without one it takes the path, with all that is in it. */
    private static final String MEASURED_AS = "UrlPathTemplate";

    private static final String BEGAN = RequestFilters.class.getName();
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private final RequestTrace trace;
    private final long maxJsonSize;

    RequestFilters(RequestTrace trace, @ConfigProperty(name = "posthorn.http.max-json-size") long maxJsonSize) {
        this.trace = trace;
        this.maxJsonSize = maxJsonSize;
    }

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        request.setProperty(BEGAN, System.nanoTime());
        request.setProperty(
                SPAN, trace.begin(request.getMethod(), Span.Kind.SERVER, request.getHeaderString(TraceParent.HEADER)));
        var offered = request.getHeaderString(REQUEST_ID);
        var id = offered != null && PRINTABLE.matcher(offered).matches()
                ? offered
                : UuidCreator.getTimeOrderedEpoch().toString();
        request.setProperty(REQUEST_ID, id);
        LogKeys.REQUEST.put(id);
        var length = request.getHeaderString("Content-Length");
        if (length != null && length.length() < 19 && Long.parseLong(length) > maxJsonSize) {
            throw new ProblemException(
                    CommonProblems.TOO_LARGE, "The body may have at most %d bytes".formatted(maxJsonSize));
        }
    }

    @ServerResponseFilter
    public void echo(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(REQUEST_ID, request.getProperty(REQUEST_ID));
        response.getHeaders().putSingle(TraceParent.HEADER, trace.parent());
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (!response.getHeaders().containsKey("Cache-Control")) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response, SimpleResourceInfo resource) {
        var status = response.getStatus();
        var isMatched = resource.getResourceClass() != null;
        var name = isMatched
                ? resource.getResourceClass().getSimpleName() + "." + resource.getMethodName()
                : request.getMethod();
        if (!isMatched && VertxContext.isOnDuplicatedContext()) {
            Vertx.currentContext().putLocal(MEASURED_AS, "NOT_FOUND");
        }
        if (request.getProperty(SPAN) instanceof Span span) {
            var ended = span.named(name).note("http.response.status_code", status);
            (status >= 500 ? ended.failed(Integer.toString(status)) : ended).end();
        }
        var level = isWorthALine(request) ? Logger.Level.INFO : Logger.Level.DEBUG;
        if (LOG.isEnabled(level) && request.getProperty(BEGAN) instanceof Long began) {
            LOG.logf(level, "%s status=%d ms=%d", name, status, (System.nanoTime() - began) / 1_000_000);
        }
    }

    private static boolean isWorthALine(ContainerRequestContext request) {
        return !READING.contains(request.getMethod())
                || request.getUriInfo().getRequestUri().getPath().startsWith("/internal/");
    }
}
