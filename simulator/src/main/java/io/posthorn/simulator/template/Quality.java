package io.posthorn.simulator.template;

/**
 * What customers think of a template.
 *
 * @param score GREEN, YELLOW, RED or UNKNOWN
 * @param since when the score came about, in seconds; 0 when it never did
 */
public record Quality(String score, long since) {
    public static final String RED = "RED";
    public static final String GREEN = "GREEN";
    public static final Quality UNKNOWN = new Quality("UNKNOWN", 0);
}
