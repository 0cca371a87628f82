/**
 * What a file is, told by its bytes alone. A <em>signature</em> is how a file begins and is enough to stop a wrong upload
 * early; a <em>type</em> is known when the whole file was inspected and found complete.
 */
package io.posthorn.media.format;
