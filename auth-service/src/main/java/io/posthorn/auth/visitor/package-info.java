/** A <em>visitor</em> is what a request says of where it comes from, before anybody knows who it is. */
package io.posthorn.auth.visitor;
