package io.posthorn.simulator.outbound;

/**
 * How a connection to an https address is made.
 *
 * @param clientCertificate shows the certificate that {@link CertificateAuthority} issues to whom asks for one
 * @param trustAll takes any certificate of the other side, as Meta never does
 */
public record Tls(boolean clientCertificate, boolean trustAll) {
    static final Tls USUAL = new Tls(false, false);
}
