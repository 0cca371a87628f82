/** The ways in: registering, which makes an account with its workspace, and logging in. */
package io.posthorn.auth.signin;
