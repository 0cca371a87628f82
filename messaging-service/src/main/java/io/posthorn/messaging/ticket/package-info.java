/**
 * Who listens, and how that is proved where a client cannot send headers: a <em>ticket</em> stands in once for an access token,
 * and opens the event stream alone.
 */
package io.posthorn.messaging.ticket;
