/**
 * Finding messages by their words. The database function {@code search_messages}, of a role of its own, finds ids of one named
 * workspace; what is shown of them is read under row-level security like everything else.
 */
package io.posthorn.messaging.search;
