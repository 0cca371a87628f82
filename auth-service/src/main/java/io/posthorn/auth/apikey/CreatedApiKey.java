package io.posthorn.auth.apikey;

/**
 * A new key and its text, sealed: this is what the answer to an Idempotency-Key is stored as for 24 hours, so that a client
 * that lost the answer gets its key, and the table does not hold it readable.
 */
record CreatedApiKey(ApiKeyView key, byte[] sealedText) {}
