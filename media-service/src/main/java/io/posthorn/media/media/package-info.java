/** Stored files with what is known about them: a <em>media</em> is a row and its file. */
package io.posthorn.media.media;
