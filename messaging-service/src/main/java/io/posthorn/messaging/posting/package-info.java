/** The door of our own API for one message. */
package io.posthorn.messaging.posting;
