/** Events about conversations. */
package io.posthorn.contracts.conversation;
