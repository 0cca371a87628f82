/** The people of a workspace: who is in it, as what, and who may change that. */
package io.posthorn.auth.member;
