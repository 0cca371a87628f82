package io.posthorn.simulator.directory;

import java.util.Set;

/**
 * What a caller presents, and what it may do.
 *
 * @param accounts the ids of the business accounts it was granted; empty for all of the world
 * @param issuedMillis by the world's clock
 * @param expiresMillis by the world's clock; 0 for never
 * @param invalidSubcode why Meta no longer takes it, such as 460; 0 while it is good
 */
public record AccessToken(
        String value,
        String appId,
        TokenType type,
        Set<Scope> scopes,
        Set<String> accounts,
        long issuedMillis,
        long expiresMillis,
        int invalidSubcode) {

    public static AccessToken ofSystemUser(String value, String appId) {
        return new AccessToken(value, appId, TokenType.SYSTEM_USER, Scope.USUAL, Set.of(), 0, 0, 0);
    }

    static AccessToken ofApp(App app) {
        return new AccessToken(app.id() + "|" + app.secret(), app.id(), TokenType.APP, Set.of(), Set.of(), 0, 0, 0);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean reaches(String wabaId) {
        return accounts.isEmpty() || accounts.contains(wabaId);
    }

    public boolean isExpired(long nowMillis) {
        return expiresMillis > 0 && nowMillis >= expiresMillis;
    }

    public boolean isValid(long nowMillis) {
        return invalidSubcode == 0 && !isExpired(nowMillis);
    }

    public AccessToken invalidated(int subcode) {
        return new AccessToken(value, appId, type, scopes, accounts, issuedMillis, expiresMillis, subcode);
    }

    /** Tokens never show up in texts by accident. */
    @Override
    public String toString() {
        return "AccessToken[of app %s]".formatted(appId);
    }
}
