/** Messages in both directions, their files, and what was changed of them after they were sent. */
package io.posthorn.messaging.message;
