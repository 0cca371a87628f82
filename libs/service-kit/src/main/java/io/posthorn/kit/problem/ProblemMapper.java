package io.posthorn.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a problem document. A 5xx never tells what failed inside. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final Problems problems;

    ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response refused(ProblemException refusal, UriInfo uri) {
        if (refusal.type().status() >= 500 && refusal.getCause() != null) {
            LOG.warnf(refusal.getCause(), "%s: %s", refusal.type().code().code(), refusal.getMessage());
        }
        return answer(refusal, uri);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException broken, UriInfo uri) {
        return answer(BrokenConstraints.problem(broken), uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException unread, UriInfo uri) {
        return answer(UnreadableJson.problem(unread), uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response unmapped(JsonMappingException unread, UriInfo uri) {
        return answer(UnreadableJson.problem(unread), uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response malformed(JsonProcessingException unread, UriInfo uri) {
        return answer(UnreadableJson.problem(unread), uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException refusal, UriInfo uri) {
        return answer(new ProblemException(CommonProblems.UNAUTHENTICATED, "A valid access token is needed"), uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refusal, UriInfo uri) {
        return answer(new ProblemException(CommonProblems.FORBIDDEN, "Your role does not allow this"), uri);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure, UriInfo uri) {
        if (failure instanceof ResteasyReactiveClientProblem) {
            LOG.warnf("A neighbour answered %d", failure.getResponse().getStatus());
            return answer(new ProblemException(CommonProblems.UNAVAILABLE, "A part of Posthorn did not answer"), uri);
        }
        var unread = UnreadableJson.inside(failure);
        if (unread != null) {
            return answer(UnreadableJson.problem(unread), uri);
        }
        var type = httpType(failure.getResponse().getStatus());
        if (type == CommonProblems.INTERNAL) {
            return unexpected(failure, uri);
        }
        return answer(new ProblemException(type, type.title()), uri);
    }

    @ServerExceptionMapper({PgException.class, IOException.class, Exception.class})
    public Response unexpected(Exception failure, UriInfo uri) {
        if (Unavailable.is(failure)) {
            LOG.warnf("A store is out of reach: %s", failure.getClass().getName());
            return answer(new ProblemException(CommonProblems.UNAVAILABLE, "A part of Posthorn is restarting"), uri);
        }
        LOG.errorf(failure, "Request to %s failed", uri == null ? "?" : uri.getPath());
        return answer(
                new ProblemException(CommonProblems.INTERNAL, "The failure was logged; its traceId finds it"), uri);
    }

    private static ProblemType httpType(int status) {
        return Stream.of(
                        CommonProblems.MALFORMED,
                        CommonProblems.UNAUTHENTICATED,
                        CommonProblems.FORBIDDEN,
                        CommonProblems.NOT_FOUND,
                        CommonProblems.METHOD_NOT_ALLOWED,
                        CommonProblems.NOT_ACCEPTABLE,
                        CommonProblems.TOO_LARGE,
                        CommonProblems.UNSUPPORTED_MEDIA_TYPE)
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(CommonProblems.INTERNAL);
    }

    private Response answer(ProblemException refusal, UriInfo uri) {
        var problem =
                problems.of(refusal, uri == null ? null : uri.getRequestUri().getPath());
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfter() != null) {
            response.header("Retry-After", problem.retryAfter());
        }
        return response.build();
    }
}
