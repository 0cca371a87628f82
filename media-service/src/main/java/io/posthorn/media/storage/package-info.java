/**
 * Where the bytes are. A file is written under a temporary name and moved to its place as a whole; nothing outside of this
 * package makes a path.
 */
package io.posthorn.media.storage;
