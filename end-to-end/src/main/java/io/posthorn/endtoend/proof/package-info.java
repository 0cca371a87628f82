/**
 * What chaos proves. The evidence is gathered when nothing moves any more: what clients were told, what arrived at Meta, what is stored,
 * published and counted; everything in it that breaks a {@link io.posthorn.endtoend.proof.Promise} is a violation.
 */
package io.posthorn.endtoend.proof;
