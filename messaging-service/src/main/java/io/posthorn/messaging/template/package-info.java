/**
 * Our view of message templates. A <em>snapshot</em> is what template-service last told of one: its content in Meta's words, and
 * whether Meta lets it be sent.
 */
package io.posthorn.messaging.template;
