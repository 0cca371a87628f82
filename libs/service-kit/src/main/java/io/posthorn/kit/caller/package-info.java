/** Who is calling: the workspace, the user and the role, read from a verified access token. */
package io.posthorn.kit.caller;
