/** Tenants' secrets at rest. */
package io.posthorn.kit.crypto;
