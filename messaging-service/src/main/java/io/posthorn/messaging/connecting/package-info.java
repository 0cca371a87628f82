/**
 * Connecting a number, which proves by real calls that its credentials hold, giving it a new token, and taking it off.
 */
package io.posthorn.messaging.connecting;
