/**
 * Taking a message back before it leaves.
 */
package io.posthorn.messaging.canceling;
