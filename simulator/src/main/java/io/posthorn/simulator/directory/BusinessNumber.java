package io.posthorn.simulator.directory;

/**
 * A number of the business.
 *
 * @param digits the number as webhooks write it
 * @param display the number as people write it
 */
public record BusinessNumber(String id, String wabaId, String digits, String display, String verifiedName) {}
