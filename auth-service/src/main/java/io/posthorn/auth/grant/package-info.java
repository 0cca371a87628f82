/**
 * A <em>grant</em> is that a member lets an application act for them. It begins with a code that is good once, and lives as a
 * family of refresh tokens of which each is good once: what comes twice was stolen, and ends the grant.
 */
package io.posthorn.auth.grant;
