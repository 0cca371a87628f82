package io.posthorn.simulator.world;

import io.posthorn.simulator.outbound.Tls;
import java.util.Set;

/**
 * How the world's webhooks and handshakes reach https addresses.
 *
 * @param clientCertificateApps ids of apps whose callbacks are shown a client certificate when they ask for one
 * @param trustAll takes callbacks with a certificate of their own making
 */
public record TlsSettings(Set<String> clientCertificateApps, boolean trustAll) {
    private static final int MOST_APPS = 100;
    static final TlsSettings USUAL = new TlsSettings(Set.of(), false);

    public TlsSettings {
        clientCertificateApps = clientCertificateApps == null ? Set.of() : Set.copyOf(clientCertificateApps);
        Check.between("clientCertificateApps", clientCertificateApps.size(), 0, MOST_APPS);
    }

    public Tls of(String appId) {
        return new Tls(clientCertificateApps.contains(appId), trustAll);
    }
}
