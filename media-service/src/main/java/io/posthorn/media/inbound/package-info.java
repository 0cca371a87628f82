/**
 * Files that customers send: heard of by event, fetched from Meta while it keeps them, stored like any other file. What cannot be
 * had becomes <em>unavailable</em>, with a reason, and messaging-service is told either way.
 */
package io.posthorn.media.inbound;
