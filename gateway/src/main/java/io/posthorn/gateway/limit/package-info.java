/**
 * How much each caller may ask for. A <em>plan</em> gives every <em>class</em> of requests a quota; <em>rules</em> say which
 * class a path and method belong to. The counting is done in Redis, so that all replicas count together.
 */
package io.posthorn.gateway.limit;
