/** What operators see of a running installation, and what they must not see. */
package io.posthorn.endtoend.seeing;
