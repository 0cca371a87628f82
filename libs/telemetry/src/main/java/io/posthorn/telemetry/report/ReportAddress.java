package io.posthorn.telemetry.report;

import java.net.URI;

/** What a DSN says: {@code https://<key>@<host>[/<path>]/<project>}. The key is public by design, but stays out of logs. */
record ReportAddress(URI envelopes, String key) {
    static ReportAddress of(URI dsn) {
        var path = dsn.getPath() == null ? "" : dsn.getPath();
        var cut = path.lastIndexOf('/');
        var isWhole = dsn.getHost() != null
                && dsn.getUserInfo() != null
                && ("http".equals(dsn.getScheme()) || "https".equals(dsn.getScheme()))
                && cut >= 0
                && cut < path.length() - 1;
        if (!isWhole) {
            throw new IllegalArgumentException("posthorn.errors.dsn must look like https://key@host/project");
        }
        var port = dsn.getPort() < 0 ? "" : ":" + dsn.getPort();
        return new ReportAddress(
                URI.create("%s://%s%s%s/api/%s/envelope/"
                        .formatted(
                                dsn.getScheme(), dsn.getHost(), port, path.substring(0, cut), path.substring(cut + 1))),
                dsn.getUserInfo().split(":")[0]);
    }

    String authorization() {
        return "Sentry sentry_version=7, sentry_client=posthorn/1, sentry_key=" + key;
    }

    @Override
    public String toString() {
        return envelopes.getHost();
    }
}
