/** Plain HTTP clients of a running stack, as its users and WhatsApp's customers see it; for the demo and whole-suite tests. */
package io.posthorn.devstack.client;
