/** Shows that an account's e-mail address reaches its owner: a code is mailed and brought back. */
package io.posthorn.auth.verification;
