package io.posthorn.gateway.route;

/** A path and everything below it, by whole segments: {@code /api/v1/media} covers {@code /api/v1/media/7}, not {@code /api/v1/mediatheque}. */
final class Prefix {
    private Prefix() {}

    static boolean covers(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
