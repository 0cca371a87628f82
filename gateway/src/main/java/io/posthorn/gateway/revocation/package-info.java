/**
 * Sessions and API keys that ended before their tokens did. auth-service writes them into a Redis stream, which is replayed
 * at the start and followed; while Redis is away, tokens live out their short time.
 */
package io.posthorn.gateway.revocation;
