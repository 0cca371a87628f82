package io.posthorn.media.provider;

import java.time.Instant;

/** What Meta calls a file that was uploaded through a channel, and until when. */
record ProviderMedia(String providerMediaId, Instant expiresAt) {}
