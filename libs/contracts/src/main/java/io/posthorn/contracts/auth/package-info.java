/** Events about users and their sessions. */
package io.posthorn.contracts.auth;
