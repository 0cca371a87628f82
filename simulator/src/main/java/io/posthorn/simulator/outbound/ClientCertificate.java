package io.posthorn.simulator.outbound;

import io.vertx.core.net.KeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * What webhooks show, and who signed it.
 *
 * @param authority the certificate of the authority, as PEM
 */
record ClientCertificate(KeyCertOptions keys, String authority) {
    static final String NAME = "client.webhooks.fbclientcerts.com";

    /** Takes what was signed out of the store; the authority's own key is left behind. */
    static ClientCertificate of(KeyStore store, char[] password, String authority) throws GeneralSecurityException {
        var pem = pem(store.getCertificate(authority));
        store.deleteEntry(authority);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        return new ClientCertificate(KeyCertOptions.wrap((X509KeyManager) managers.getKeyManagers()[0]), pem);
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(text);
    }
}
