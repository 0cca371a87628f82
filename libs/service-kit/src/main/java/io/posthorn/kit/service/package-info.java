/**
 * Calls between our services: a service proves itself with a short token of its own, whose audience no public endpoint
 * accepts. A neighbour's {@code /internal} endpoint asks for the role {@code service}.
 */
package io.posthorn.kit.service;
