package io.posthorn.auth.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record Consent(UUID applicationId, String applicationName, List<String> scopes, Instant givenAt) {}
