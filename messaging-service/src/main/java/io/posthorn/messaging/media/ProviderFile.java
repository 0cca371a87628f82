package io.posthorn.messaging.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** Meta's id of a file that was uploaded for a channel. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderFile(String providerMediaId, Instant expiresAt) {}
