/**
 * What a workspace has chosen for its sending.
 */
package io.posthorn.messaging.policy;
