/**
 * WhatsApp numbers. A <em>channel</em> is one number with its credentials.
 */
package io.posthorn.messaging.channel;
