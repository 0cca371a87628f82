/**
 * To whom drafts go and by which number, and what else has to be known to decide about them: a <em>directory</em> is read in a fixed
 * number of statements, however many drafts there are.
 */
package io.posthorn.messaging.directory;
