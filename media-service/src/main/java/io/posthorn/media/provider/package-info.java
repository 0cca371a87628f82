/**
 * Files as Meta has them. A <em>provider media</em> is a file uploaded through one channel, good for as long as Meta keeps
 * it; a <em>handle</em> is the example of a template. Neighbours ask for both by their service token.
 */
package io.posthorn.media.provider;
