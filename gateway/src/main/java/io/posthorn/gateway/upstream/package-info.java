/**
 * The services behind the gateway. An <em>upstream</em> is one service, a <em>replica</em> one process of it. What goes wrong
 * in one upstream stays there: it has connections, room, a breaker and a budget for repetitions of its own.
 */
package io.posthorn.gateway.upstream;
