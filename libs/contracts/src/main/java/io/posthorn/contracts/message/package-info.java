/** Events about messages, keyed by conversation. */
package io.posthorn.contracts.message;
