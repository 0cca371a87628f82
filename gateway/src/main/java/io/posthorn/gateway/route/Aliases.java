package io.posthorn.gateway.route;

import java.util.Comparator;
import java.util.List;

/** Older names that keep working. Whatever is unversioned means the current version. */
final class Aliases {
    private static final String API = "/api/";
    private static final String CURRENT = "/api/v1";

    private final List<GatewayConfig.AliasConfig> longestFirst;

    Aliases(GatewayConfig config) {
        this.longestFirst = config.aliases().values().stream()
                .sorted(Comparator.comparing((GatewayConfig.AliasConfig alias) ->
                                alias.path().length())
                        .reversed())
                .toList();
    }

    /** The canonical name of a path. */
    String resolve(String path) {
        for (var alias : longestFirst) {
            if (Prefix.covers(alias.path(), path)) {
                var rest = path.substring(alias.path().length());
                return alias.target() + ("/".equals(rest) ? "" : rest);
            }
        }
        return path.startsWith(API) && !Prefix.covers(CURRENT, path)
                ? CURRENT + path.substring(API.length() - 1)
                : path;
    }
}
