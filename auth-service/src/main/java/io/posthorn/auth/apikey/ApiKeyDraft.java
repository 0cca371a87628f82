package io.posthorn.auth.apikey;

import io.posthorn.kit.caller.Role;
import java.time.Instant;
import java.util.List;

record ApiKeyDraft(String name, Role role, List<String> scopes, Instant expiresAt, List<String> addresses) {}
