package io.posthorn.auth.secondfactor;

import java.time.Instant;

/** @param confirmedAt null until its owner showed a code of it */
record Totp(byte[] sealedSecret, Instant confirmedAt, long lastStep) {
    boolean inForce() {
        return confirmedAt != null;
    }

    @Override
    public String toString() {
        return "Totp";
    }
}
