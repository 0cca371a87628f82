/**
 * The door itself: checks a request, asks who it comes from, and streams it to its upstream and the answer back. Nothing is
 * buffered; each side is read as fast as the other one takes it.
 */
package io.posthorn.gateway.proxy;
