/** An operator acts as a member of a workspace for some minutes, with a reason that the workspace reads. */
package io.posthorn.auth.impersonation;
