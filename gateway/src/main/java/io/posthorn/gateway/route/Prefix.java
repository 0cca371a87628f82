package io.posthorn.gateway.route;

/**
 * A path and everything below it, by whole segments: {@code /api/v1/media} covers {@code /api/v1/media/7}, not
 * {@code /api/v1/mediatheque}. A star stands for any one segment.
 */
final class Prefix {
    private static final String ANY = "*";

    private Prefix() {}

    static boolean covers(String prefix, String path) {
        return prefix.contains(ANY)
                ? covers(prefix.split("/"), path.split("/"))
                : path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    private static boolean covers(String[] prefix, String[] path) {
        if (path.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (!prefix[i].equals(ANY) && !prefix[i].equals(path[i])) {
                return false;
            }
        }
        return true;
    }
}
