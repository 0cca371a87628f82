/**
 * Files with what is known about them. An <em>upload</em> is what a client sends, an <em>intake</em> watches it come in, a
 * <em>media</em> is what passed.
 */
package io.posthorn.media.media;
