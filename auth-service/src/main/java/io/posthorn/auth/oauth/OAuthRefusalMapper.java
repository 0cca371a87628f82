package io.posthorn.auth.oauth;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** OAuth 2 has an error form of its own, which its clients understand; problem documents are for the rest of the API. */
public class OAuthRefusalMapper {
    @ServerExceptionMapper
    public Response refused(OAuthRefusal refusal) {
        var answer = Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(new OAuthErrorView(refusal.error(), refusal.getMessage()));
        if (refusal.status() == 401) {
            answer.header("WWW-Authenticate", "Basic realm=\"posthorn\", charset=\"UTF-8\"");
        }
        return answer.build();
    }
}
