package io.posthorn.auth.guard;

/**
 * Somebody who wants to prove that an account is theirs.
 *
 * @param known the account has logged in from this network before
 */
public record Attempt(byte[] account, byte[] network, byte[] pair, boolean known) {
    @Override
    public String toString() {
        return "Attempt";
    }
}
