/** A new password, for who has forgotten the old one and for who wants another. Either way every other session ends. */
package io.posthorn.auth.recovery;
