/** The benchmarks. Each starts what it measures, states its load, and ends with a table or one JSON object. */
package io.posthorn.benchmarks;
