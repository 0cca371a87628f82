/**
 * Errors as RFC 9457 problem documents: one exception type, one mapper. {@code code} is the stable word clients switch on,
 * {@code detail} is for people.
 */
package io.posthorn.kit.problem;
