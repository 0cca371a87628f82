/** What people do and what machines suffer, on the whole suite: one stack on free ports, shared by all tests that ask for it. */
package io.posthorn.endtoend.journey;
