package io.posthorn.auth.visitor;

import io.posthorn.auth.mail.Language;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * @param address null when it is not known
 * @param device what the browser or program calls itself; null when it does not
 */
public record Visitor(String address, String device, Language language) {
    private static final int IPV6_NETWORK_BYTES = 8;

    /** A null or blank name leaves the device as it is. */
    public Visitor named(String name) {
        return name == null || name.isBlank() ? this : new Visitor(address, name.strip(), language);
    }

    /** Whoever has one IPv6 address has a whole network of them. */
    public String network() {
        if (address == null || address.indexOf(':') < 0) {
            return address == null ? "unknown" : address;
        }
        var bytes = InetAddress.ofLiteral(address).getAddress();
        return InetAddresses.text(Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES), bytes.length));
    }
}
