/** A <em>credential</em> is what an e-mail address leads to: an account, its password's hash and where it enters. */
package io.posthorn.auth.credential;
