/** Spring Cloud Gateway, the way its documentation sets it up. */
package io.posthorn.benchmarks.springgateway;
