/** The manners of the control API: JSON in, JSON or a problem out. Each feature brings its own routes. */
package io.posthorn.simulator.control;
