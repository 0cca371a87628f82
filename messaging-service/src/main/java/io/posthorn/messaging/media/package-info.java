/**
 * Files that messages carry, as media-service keeps them. A <em>provider id</em> is Meta's own id of a file that was uploaded for
 * one channel; it ends after some weeks.
 */
package io.posthorn.messaging.media;
