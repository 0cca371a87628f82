/**
 * Conversations: what one customer and one channel say to each other. The <em>window</em> is the 24 hours after the customer's last
 * message in which WhatsApp allows free text.
 */
package io.posthorn.messaging.conversation;
