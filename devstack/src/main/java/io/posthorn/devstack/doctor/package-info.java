/**
 * Looks at everything that an installation depends on and says what to do. A <em>check</em> looks at one thing; each of its
 * <em>findings</em> is a line: ok, a warning, or a failure with its remedy. Nothing is changed.
 */
package io.posthorn.devstack.doctor;
