/** Events about files. */
package io.posthorn.contracts.media;
