/**
 * Messages of the business: checked by type, given a wamid, captured, then handed over to their {@code Life}. A new type is a new
 * {@code MessageType} bean, a new reason to refuse is a {@code SendRule}, to fail later a {@code LaterRule}.
 */
package io.posthorn.simulator.message;
