package io.posthorn.gateway.exchange;

import io.netty.util.NetUtil;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a request comes from: the other end of the connection, unless that is a proxy whose word counts. */
@Singleton
public class ClientAddress {
    private static final int IPV6_NETWORK_BYTES = 8;

    /** What stands before the gateway. */
    @ConfigMapping(prefix = "posthorn.gateway.client")
    interface ClientConfig {
        /** Addresses or networks ({@code 10.0.0.0/8}) of proxies whose {@code X-Forwarded-For} is believed. */
        Optional<List<String>> trustedProxies();
    }

    private final List<Network> trusted;

    ClientAddress(ClientConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(Network::parse)
                .toList();
    }

    /** From the near end, the first address that is not one of our proxies: what stands further left anybody could write. */
    public String of(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress();
        if (trusted.isEmpty()) {
            return address;
        }
        var forwarded =
                String.join(",", request.headers().getAll("X-Forwarded-For")).split(",");
        for (int i = forwarded.length - 1; i >= 0 && isTrusted(address); i--) {
            var before = forwarded[i].strip();
            if (NetUtil.createByteArrayFromIpAddressString(before) == null) {
                break;
            }
            address = before;
        }
        return address;
    }

    /** Whoever has one IPv6 address has a whole network of them. */
    public String networkOf(HttpServerRequest request) {
        var address = of(request);
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length == 4
                ? address
                : NetUtil.bytesToIpAddress(Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES), bytes.length));
    }

    private boolean isTrusted(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && trusted.stream().anyMatch(network -> network.contains(bytes));
    }

    private record Network(byte[] address, int bits) {
        static Network parse(String text) {
            var parts = text.strip().split("/", 2);
            var address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
            int most = address == null ? -1 : address.length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (address == null || bits < 0 || bits > most) {
                throw new IllegalArgumentException("A trusted proxy is an address or a network, not " + text);
            }
            return new Network(address, bits);
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
