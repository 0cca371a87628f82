/**
 * {@code Idempotency-Key}: the same creating request, sent again by a client that saw no answer, has one effect and one
 * answer for 24 hours.
 */
package io.posthorn.kit.idempotency;
