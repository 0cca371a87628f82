/** What tests of all modules share: real stores, tokens, builders, and the rules that every module keeps. */
package io.posthorn.testkit;
