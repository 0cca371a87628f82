/**
 * From a request to a stored message. A <em>candidate</em> is a message that somebody wants sent; it is accepted, and then never lost,
 * or refused with a reason. One by one or a thousand at once, all go the same way through {@link Acceptance}.
 */
package io.posthorn.messaging.accepting;
