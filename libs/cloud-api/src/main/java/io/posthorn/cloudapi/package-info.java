/**
 * The WhatsApp Cloud API as Posthorn sees it: {@code client} calls Meta, {@code message} is what we send, {@code error}
 * is how Meta refuses, {@code webhook} is what Meta tells us, {@code template} holds
 * its rules for templates. Knows no framework besides Mutiny and Vert.x.
 */
package io.posthorn.cloudapi;
