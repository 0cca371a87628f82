/** The programs that only the whole suite can run; {@link io.posthorn.endtoend.Main} is where they begin. */
package io.posthorn.endtoend;
