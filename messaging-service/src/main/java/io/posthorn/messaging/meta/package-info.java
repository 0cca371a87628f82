/**
 * Meta as this service knows it: where it is, and the <em>Meta apps</em> that sign webhooks.
 */
package io.posthorn.messaging.meta;
