package io.posthorn.kit.http;

import com.github.f4b6a3.uuid.UuidCreator;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every request an id and a trace, and turns away bodies that are too large before they are read. */
public class RequestFilters {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String TRACE_PARENT = "traceparent";
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private final RequestTrace trace;
    private final long maxJsonSize;

    RequestFilters(RequestTrace trace, @ConfigProperty(name = "posthorn.http.max-json-size") long maxJsonSize) {
        this.trace = trace;
        this.maxJsonSize = maxJsonSize;
    }

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        trace.begin(request.getHeaderString(TRACE_PARENT));
        var offered = request.getHeaderString(REQUEST_ID);
        var id = offered != null && PRINTABLE.matcher(offered).matches()
                ? offered
                : UuidCreator.getTimeOrderedEpoch().toString();
        request.setProperty(REQUEST_ID, id);
        var length = request.getHeaderString("Content-Length");
        if (length != null && length.length() < 19 && Long.parseLong(length) > maxJsonSize) {
            throw new ProblemException(
                    CommonProblems.TOO_LARGE, "The body may have at most %d bytes".formatted(maxJsonSize));
        }
    }

    @ServerResponseFilter
    public void echo(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(REQUEST_ID, request.getProperty(REQUEST_ID));
        response.getHeaders().putSingle(TRACE_PARENT, trace.parent());
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (!response.getHeaders().containsKey("Cache-Control")) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }
}
