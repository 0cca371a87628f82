/**
 * The audit log. An <em>entry</em> is one human, security or configuration action; entries of a workspace form a
 * <em>chain</em>, in which each holds the hash of the one before; its <em>head</em> is the last hash.
 */
package io.posthorn.admin.audit;
