/** What an <em>operator</em>, who looks after the installation, does with its people and workspaces. Workspaces read of it. */
package io.posthorn.auth.operator;
