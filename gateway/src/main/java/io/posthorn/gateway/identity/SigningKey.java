package io.posthorn.gateway.identity;

import java.security.interfaces.ECPublicKey;

/** A public key under the id that tokens name. */
record SigningKey(String id, ECPublicKey publicKey) {}
