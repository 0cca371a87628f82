/**
 * The WhatsApp Cloud API as Posthorn sees it. {@code client} is the door; {@code number}, {@code account} and {@code media} are
 * what else Meta can do; {@code graph} is one exchange and {@code observing} what is seen of it. {@code message} is what we
 * send, made of {@code interactive}, {@code values} and {@code part}, checked by {@code rule}, read from JSON by {@code reading}. {@code error} is how Meta
 * refuses, {@code webhook} what it tells us, {@code template} holds its rules for templates. Knows no framework besides Mutiny
 * and Vert.x.
 */
package io.posthorn.cloudapi;
