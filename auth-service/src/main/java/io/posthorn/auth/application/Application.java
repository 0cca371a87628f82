package io.posthorn.auth.application;

import io.posthorn.contracts.auth.ApplicationRegistered;
import io.posthorn.kit.caller.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What everybody may know of an application.
 *
 * @param role the highest with which it acts, whoever lets it
 * @param previousSecretUntil null when only one secret is good
 */
public record Application(
        UUID workspaceId,
        UUID id,
        String name,
        boolean confidential,
        List<String> redirectUris,
        List<GrantType> grantTypes,
        List<String> scopes,
        Role role,
        Instant previousSecretUntil,
        UUID createdBy,
        Instant createdAt) {
    public boolean may(GrantType type) {
        return grantTypes.contains(type);
    }

    /** Letter by letter: whoever could bend the address would get the code. */
    public boolean redirectsTo(String uri) {
        return redirectUris.contains(uri);
    }

    /** Never above the person's, who may have sunk, nor above its own. */
    public Role roleFor(Role person) {
        return role.compareTo(person) >= 0 ? role : person;
    }

    /** Where a page of ours may send the browser on to. */
    public static String origin(String redirectUri) {
        var uri = URI.create(redirectUri);
        return uri.getScheme().startsWith("http")
                ? uri.getScheme() + "://" + uri.getRawAuthority()
                : uri.getScheme() + ":";
    }

    ApplicationRegistered registered() {
        return new ApplicationRegistered(
                id, workspaceId, name, role.claim(), String.join(" ", scopes), createdBy, createdAt);
    }
}
