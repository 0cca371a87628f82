package io.posthorn.auth.apikey;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses that share a number of leading bits, IPv4 or IPv6, as in {@code 203.0.113.0/24}. */
public final class AddressRange {
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Empty for what is no range; one address alone is a range of one. Bits beyond the range's are dropped. */
    public static Optional<AddressRange> parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2 || (parts.length == 2 && !BITS.matcher(parts[1]).matches())) {
            return Optional.empty();
        }
        return bytes(parts[0])
                .map(address -> new AddressRange(
                        address, parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * Byte.SIZE))
                .filter(range -> range.bits <= range.network.length * Byte.SIZE)
                .map(range -> new AddressRange(leading(range.network, range.bits), range.bits));
    }

    /** One address in one spelling; empty for what is none. */
    public static Optional<String> canonical(String address) {
        return bytes(address).map(AddressRange::text);
    }

    /** False for what is no address. */
    public boolean contains(String address) {
        return bytes(address)
                .filter(given -> given.length == network.length)
                .filter(given -> Arrays.equals(leading(given, bits), network))
                .isPresent();
    }

    /** An IPv4 address in IPv6's clothes is an IPv4 address. Never asks a name server. */
    private static Optional<byte[]> bytes(String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static byte[] leading(byte[] address, int bits) {
        var leading = new byte[address.length];
        for (int bit = 0; bit < bits; bit++) {
            leading[bit / Byte.SIZE] |= (byte) (address[bit / Byte.SIZE] & (0x80 >> bit % Byte.SIZE));
        }
        return leading;
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In one spelling. */
    @Override
    public String toString() {
        return text(network) + "/" + bits;
    }
}
