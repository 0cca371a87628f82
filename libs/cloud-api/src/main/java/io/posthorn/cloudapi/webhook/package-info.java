/**
 * What Meta tells us: a signed body of entries, each with changes, each with items. Nothing is dropped: items keep
 * their raw form, unknown fields become {@code OtherChange}, broken pieces become {@code MalformedItem}.
 */
package io.posthorn.cloudapi.webhook;
