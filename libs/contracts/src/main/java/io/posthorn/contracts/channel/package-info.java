/** Events about WhatsApp numbers. */
package io.posthorn.contracts.channel;
