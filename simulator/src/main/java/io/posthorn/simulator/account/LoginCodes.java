package io.posthorn.simulator.account;

import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.directory.Scope;
import io.posthorn.simulator.directory.TokenType;
import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codes that embedded signup hands to the browser: good for one exchange within thirty seconds. */
final class LoginCodes {
    private static final long LIFE = Duration.ofSeconds(30).toMillis();
    private static final int MOST = 1000;
    private static final int DIGITS = 40;

    private record LoginCode(String appId, Set<String> accounts, long expiresMillis) {}

    private final World world;
    private final Map<String, LoginCode> codes = new LinkedHashMap<>();
    private long issued;

    private LoginCodes(World world) {
        this.world = world;
    }

    static LoginCodes of(World world) {
        return world.part(LoginCodes.class, () -> new LoginCodes(world));
    }

    synchronized String issue(String appId, Set<String> accounts) {
        var code = "AQ" + world.dice().digits(DIGITS, "login code", Long.toString(++issued));
        codes.put(code, new LoginCode(appId, accounts, world.clock().millis() + LIFE));
        if (codes.size() > MOST) {
            codes.remove(codes.keySet().iterator().next());
        }
        return code;
    }

    /** The token for the code; nothing when it was used, is over, or belongs to another app. */
    synchronized Optional<AccessToken> exchange(String appId, String code) {
        var known = codes.get(code);
        if (known == null || !known.appId().equals(appId)) {
            return Optional.empty();
        }
        codes.remove(code);
        return world.clock().millis() < known.expiresMillis() ? Optional.of(token(known)) : Optional.empty();
    }

    private AccessToken token(LoginCode code) {
        var value = "EAAB" + world.dice().digits(DIGITS, "business token", Long.toString(++issued));
        var scopes = EnumSet.of(Scope.WHATSAPP_BUSINESS_MANAGEMENT, Scope.WHATSAPP_BUSINESS_MESSAGING);
        return new AccessToken(
                value,
                code.appId(),
                TokenType.SYSTEM_USER,
                scopes,
                code.accounts(),
                world.clock().millis(),
                0,
                0);
    }
}
