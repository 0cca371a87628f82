/**
 * The running whole. A <em>part</em> is a store or one of our processes; the <em>home</em> is the folder with data, logs,
 * secrets and the record of what runs ({@code .posthorn}). Start reading at {@link io.posthorn.devstack.stack.Stack}.
 */
package io.posthorn.devstack.stack;
