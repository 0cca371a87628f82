/**
 * Who is asking. Access tokens are verified against the public keys of auth-service, which are kept here so that its
 * outage does not lock everybody out. Services verify again for themselves.
 */
package io.posthorn.gateway.identity;
