package io.posthorn.kit.background;

/**
 * A job held for a while. The epoch grows each time the job changes hands; whoever writes under it names its epoch, so that
 * a holder who was thought dead cannot write any more.
 */
public record Lease(String job, long epoch) {}
