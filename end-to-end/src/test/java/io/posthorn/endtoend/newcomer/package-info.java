/** What a newcomer does, done by a test. */
package io.posthorn.endtoend.newcomer;
