/**
 * {@code ./posthorn chaos}: the promise under fire. Several workspaces send and are written to while processes, stores and the network
 * to Meta fail at random moments of a seeded plan; then {@link io.posthorn.endtoend.proof} compares. Start reading at {@link
 * io.posthorn.endtoend.chaos.Trial}.
 */
package io.posthorn.endtoend.chaos;
