/**
 * Bodies of webhooks taken apart, without any I/O: all entries, all changes, all items, each with the channel that it came for and in
 * our own words. What nothing is done with becomes a <em>notice</em>, so nothing that Meta said is lost.
 */
package io.posthorn.messaging.splitting;
