/**
 * {@code ./posthorn chaos}: the promise under fire. Several workspaces send and are written to while processes, stores and the network
 * to Meta fail at random moments of a seeded plan; then the history of every call, what arrived at Meta and what is stored are compared.
 */
package io.posthorn.endtoend.chaos;
