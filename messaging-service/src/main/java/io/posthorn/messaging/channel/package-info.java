/**
 * WhatsApp numbers. A <em>channel</em> is one number with its credentials; a <em>Meta app</em> is who signs its webhooks. Connecting
 * proves by a real call that the credentials hold.
 */
package io.posthorn.messaging.channel;
