package io.posthorn.auth.visitor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses in one spelling. Never asks a name server. */
final class InetAddresses {
    private InetAddresses() {}

    /** Empty for what is no address. */
    static Optional<String> canonical(String text) {
        try {
            return text == null || text.indexOf('%') >= 0
                    ? Optional.empty()
                    : Optional.of(InetAddress.ofLiteral(text.strip()).getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
