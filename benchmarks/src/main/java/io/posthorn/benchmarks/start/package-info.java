/** How soon processes are ready and how much memory they hold. <em>Plain</em> is without, <em>quick</em> with the JVM's AOT cache. */
package io.posthorn.benchmarks.start;
