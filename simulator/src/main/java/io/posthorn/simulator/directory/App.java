package io.posthorn.simulator.directory;

/**
 * An app of the developer.
 *
 * @param requiresProof refuses calls without {@code appsecret_proof}
 */
public record App(String id, String secret, String name, boolean requiresProof) {}
