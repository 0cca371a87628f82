package io.posthorn.auth.application;

import io.posthorn.kit.caller.Role;
import java.util.List;

record ApplicationDraft(
        String name,
        boolean confidential,
        List<String> redirectUris,
        List<GrantType> grantTypes,
        List<String> scopes,
        Role role) {}
