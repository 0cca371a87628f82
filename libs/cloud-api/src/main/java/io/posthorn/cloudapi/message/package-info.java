/**
 * What we send: one record per message type, each able to check itself and to write itself in Meta's words. A record that
 * exists has kept Meta's rules. The <em>envelope</em> is what all of them have in common.
 */
package io.posthorn.cloudapi.message;
