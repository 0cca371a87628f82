/** What must not grow with the tables: pages of lists ({@code bench lists}) and the cost of a status ({@code bench status}). */
package io.posthorn.benchmarks.lists;
