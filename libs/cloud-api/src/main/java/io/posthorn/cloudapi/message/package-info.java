/** What we send: one record per message type, each able to write itself in Meta's words. */
package io.posthorn.cloudapi.message;
