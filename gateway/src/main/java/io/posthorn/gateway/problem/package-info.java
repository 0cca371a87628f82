/**
 * Refusals: every 4xx and 5xx that the gateway makes itself is an RFC 9457 problem document. The word in {@code code} is
 * also the address of a page that explains it, for the codes of all services.
 */
package io.posthorn.gateway.problem;
