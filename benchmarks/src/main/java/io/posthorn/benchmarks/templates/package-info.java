/** What it costs to check a template: the engine alone, from bytes to findings, on one core. */
package io.posthorn.benchmarks.templates;
