/**
 * Hands a channel's credentials to the neighbours that speak to Meta.
 */
package io.posthorn.messaging.connection;
