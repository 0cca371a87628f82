package io.posthorn.auth.grant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** What is stored of a code. The nonce may be null. */
record StoredCode(String redirectUri, String challenge, String nonce, Instant expiresAt, Instant usedAt) {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    enum Verdict {
        REDEEM,
        REPLAYED,
        REFUSED
    }

    /** What presenting it means now. A used one tells that two hold it, whatever else comes with it. */
    Verdict verdict(Grant grant, String redirectUri, String verifier, Instant now) {
        if (!grant.liveAt(now) && usedAt == null) {
            return Verdict.REFUSED;
        }
        if (usedAt != null) {
            return Verdict.REPLAYED;
        }
        var asAgreed = this.redirectUri.equals(redirectUri) && isProvenBy(verifier);
        return asAgreed && now.isBefore(expiresAt) ? Verdict.REDEEM : Verdict.REFUSED;
    }

    /** PKCE with S256 (RFC 7636). */
    private boolean isProvenBy(String verifier) {
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        challenge.getBytes(StandardCharsets.US_ASCII),
                        challengeOf(verifier).getBytes(StandardCharsets.US_ASCII));
    }

    static String challengeOf(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }
}
