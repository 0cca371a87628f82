/**
 * Where a request goes. A <em>route</em> is a path with everything below it and the rules for passing; an <em>alias</em> is
 * an older name of such a path. Both are rows of configuration, not code.
 */
package io.posthorn.gateway.route;
