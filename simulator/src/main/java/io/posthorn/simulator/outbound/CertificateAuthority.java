package io.posthorn.simulator.outbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Stands in for Meta's own authority: made when first needed, another one in each process, never kept on disk. */
@ApplicationScoped
class CertificateAuthority {
    private static final String NAME = "Simulated Meta outbound API CA";
    private static final String AUTHORITY = "authority";

    private final Vertx vertx;
    private Future<ClientCertificate> issued;

    CertificateAuthority(Vertx vertx) {
        this.vertx = vertx;
    }

    synchronized Future<ClientCertificate> issue() {
        if (issued == null || issued.failed()) {
            issued = vertx.executeBlocking(CertificateAuthority::make); // waits for a program
        }
        return issued;
    }

    private static ClientCertificate make() throws IOException, InterruptedException, GeneralSecurityException {
        var password = new BigInteger(160, new SecureRandom()).toString(36);
        try (var keytool = Keytool.open(password)) {
            keytool.make(AUTHORITY, NAME, "-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign");
            keytool.make(
                    "client",
                    ClientCertificate.NAME,
                    "-signer",
                    AUTHORITY,
                    "-ext",
                    "ku:critical=digitalSignature",
                    "-ext",
                    "eku=clientAuth");
            return ClientCertificate.of(keytool.load(), password.toCharArray(), AUTHORITY);
        }
    }
}
