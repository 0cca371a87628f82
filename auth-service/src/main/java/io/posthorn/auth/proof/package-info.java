/** A <em>proof</em> is a secret that we mailed: who brings it back, in time and for the first time, reads that mailbox. */
package io.posthorn.auth.proof;
