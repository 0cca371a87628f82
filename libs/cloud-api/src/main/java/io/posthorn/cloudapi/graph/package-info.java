/**
 * One exchange with Meta's Graph API, whatever it is about: connection, token, deadline, repetition, breaker, measuring. What
 * cannot be known stays unknown: a call that may have arrived is repeated only where that does no harm.
 */
package io.posthorn.cloudapi.graph;
