package io.posthorn.media.provider;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Through which channel Meta is to have a file. */
record ProvideMediaRequest(@NotNull UUID channelId) {}
