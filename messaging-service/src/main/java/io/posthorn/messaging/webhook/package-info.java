/**
 * Meta's webhooks on their way to disk: signature over the exact bytes, one insert into the <em>journal</em>, then 200. Everything
 * else reads the journal.
 */
package io.posthorn.messaging.webhook;
