package io.posthorn.simulator.outbound;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/certificate-authority}: whom a receiver has to trust, to know webhooks by their certificate. */
@ApplicationScoped
class CertificateRoutes {
    private final CertificateAuthority authority;

    CertificateRoutes(CertificateAuthority authority) {
        this.authority = authority;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/certificate-authority", this::show);
    }

    private Future<ControlAnswer> show(ControlRequest request) {
        return authority
                .issue()
                .compose(issued -> ControlAnswer.ok(new AuthorityView(issued.authority(), ClientCertificate.NAME)));
    }

    /**
     * @param certificate of the authority, as PEM
     * @param clientName the common name in what it signs
     */
    record AuthorityView(String certificate, String clientName) {}
}
