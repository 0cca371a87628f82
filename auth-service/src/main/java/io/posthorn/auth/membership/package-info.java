/** My workspaces, wherever I am logged in: seeing them, founding another, going from one to another, leaving. */
package io.posthorn.auth.membership;
