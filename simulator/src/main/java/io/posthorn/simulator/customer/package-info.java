/**
 * Customers: people with WhatsApp. The API knows them by their digits; webhooks may know them by a business-scoped user id
 * alone. A <em>correspondence</em> is what one customer and one number have had to do with each other.
 */
package io.posthorn.simulator.customer;
