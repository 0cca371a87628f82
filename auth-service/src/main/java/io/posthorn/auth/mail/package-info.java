/**
 * A <em>letter</em> is a mail to a person. It is written in the transaction that it tells of and sent behind everybody's back,
 * in the reader's language.
 */
package io.posthorn.auth.mail;
