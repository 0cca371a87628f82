/** An <em>account</em> is a person on this installation, known by one e-mail address, and a member of workspaces. */
package io.posthorn.auth.account;
