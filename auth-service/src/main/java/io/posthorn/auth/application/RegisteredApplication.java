package io.posthorn.auth.application;

/** As it is stored for a repeated Idempotency-Key: the secret is sealed, null for a public application. */
record RegisteredApplication(ApplicationView application, byte[] sealedSecret) {}
