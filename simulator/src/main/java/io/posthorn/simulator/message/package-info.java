/**
 * Messages of the business: checked by type, given a wamid, captured, and then living on through statuses. A new type is
 * a new {@code MessageType} bean, a new reason to refuse is a new {@code SendRule}.
 */
package io.posthorn.simulator.message;
