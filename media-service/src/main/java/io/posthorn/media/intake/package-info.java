/**
 * How files come in. An <em>upload</em> is what a client sends, an <em>intake</em> watches it on its way to the disk, a
 * <em>kept file</em> is what passed.
 */
package io.posthorn.media.intake;
