/** Events about customers. */
package io.posthorn.contracts.contact;
