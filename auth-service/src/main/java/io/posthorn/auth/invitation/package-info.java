/** An <em>invitation</em> asks an e-mail address into a workspace; whoever has the letter's code accepts it. */
package io.posthorn.auth.invitation;
