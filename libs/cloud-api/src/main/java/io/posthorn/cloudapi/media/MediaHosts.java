package io.posthorn.cloudapi.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the token may be shown when a file is fetched: at Meta's, and at the configured Graph address itself. */
final class MediaHosts {
    private static final List<String> METAS =
            List.of("fbsbx.com", "facebook.com", "fbcdn.net", "whatsapp.net", "whatsapp.com");

    private final URI graph;

    MediaHosts(URI graph) {
        this.graph = graph;
    }

    boolean trusts(String url) {
        return parsed(url)
                .filter(address -> isGraph(address) || isMetas(address))
                .isPresent();
    }

    private boolean isGraph(URI address) {
        return address.getScheme().equals(graph.getScheme())
                && address.getHost().equalsIgnoreCase(graph.getHost())
                && address.getPort() == graph.getPort();
    }

    private static boolean isMetas(URI address) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        return address.getScheme().equals("https")
                && (address.getPort() == -1 || address.getPort() == 443)
                && METAS.stream().anyMatch(metas -> host.equals(metas) || host.endsWith("." + metas));
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url))
                    .filter(address ->
                            address.getScheme() != null && address.getHost() != null && address.getUserInfo() == null);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
