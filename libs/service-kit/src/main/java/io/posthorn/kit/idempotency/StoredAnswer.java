package io.posthorn.kit.idempotency;

/** What the first request with a key was, and what it was answered (JSON). */
record StoredAnswer(byte[] fingerprint, String answer) {}
