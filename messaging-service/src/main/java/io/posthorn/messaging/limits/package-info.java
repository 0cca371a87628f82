/**
 * What Meta's limits have counted, as far as it has to outlive a process: calls, people reached, marketing pauses.
 */
package io.posthorn.messaging.limits;
