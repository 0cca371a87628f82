/**
 * A number's standing: what Meta thinks of it and allows it, as read from Meta and as told by webhooks.
 */
package io.posthorn.messaging.standing;
