/** The older form of sending, kept for clients that speak it. */
package io.posthorn.messaging.classic;
