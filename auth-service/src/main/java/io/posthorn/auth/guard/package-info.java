/**
 * Slows down who guesses passwords. Wrong ones are counted for the account, for the network, and for both together; a network
 * from which the account has logged in before is <em>known</em>, and strangers cannot close it to its owner.
 */
package io.posthorn.auth.guard;
