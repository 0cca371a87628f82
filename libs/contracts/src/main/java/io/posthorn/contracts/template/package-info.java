/** Events about message templates. */
package io.posthorn.contracts.template;
