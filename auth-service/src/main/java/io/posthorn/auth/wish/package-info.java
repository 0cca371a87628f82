/**
 * A <em>wish</em> for recovery is made for an address, known or not, and fulfilled later: so the answer to it, and the time it
 * takes, tell nobody who has an account here.
 */
package io.posthorn.auth.wish;
