/** A <em>workspace</em> is a tenant; a <em>membership</em> is what role an account has in it. */
package io.posthorn.auth.workspace;
