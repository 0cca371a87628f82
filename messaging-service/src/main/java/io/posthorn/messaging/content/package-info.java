/**
 * What messages carry: read and checked when a message is accepted, stored in our own words, written in Meta's when it leaves.
 * <em>Our words</em> are Meta's structure in camelCase, with files by our {@code mediaId}.
 */
package io.posthorn.messaging.content;
