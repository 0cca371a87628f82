package io.posthorn.gateway.limit;

import java.time.Duration;

/**
 * What a count came to: how many more may come now, when that number grows, and, for a request that was refused, when the
 * same request would be let through if nobody else asks meanwhile.
 */
record Verdict(boolean allowed, long remaining, Duration moreAfter, Duration retryAfter) {}
