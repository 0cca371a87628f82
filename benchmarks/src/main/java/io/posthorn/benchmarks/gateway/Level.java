package io.posthorn.benchmarks.gateway;

/** What is done for a request on its way. */
enum Level {
    BARE(false),
    TOKEN(true),
    LIMIT(false),
    TOKEN_AND_LIMIT(true);

    private final boolean needsToken;

    Level(boolean needsToken) {
        this.needsToken = needsToken;
    }

    boolean needsToken() {
        return needsToken;
    }

    boolean isCounted() {
        return this == LIMIT || this == TOKEN_AND_LIMIT;
    }

    String path() {
        return "/" + name().toLowerCase().replace('_', '-');
    }
}
