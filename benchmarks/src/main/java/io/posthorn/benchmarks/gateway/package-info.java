/** What a request through the gateway costs, beside nginx and Spring Cloud Gateway in front of the same service. */
package io.posthorn.benchmarks.gateway;
