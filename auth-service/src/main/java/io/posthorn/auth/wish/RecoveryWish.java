package io.posthorn.auth.wish;

import io.posthorn.auth.account.EmailAddress;

/** @param tries how often it was taken up, this time included */
public record RecoveryWish(byte[] fingerprint, WishReason reason, EmailAddress email, int tries) {
    @Override
    public String toString() {
        return "RecoveryWish[%s]".formatted(reason);
    }
}
