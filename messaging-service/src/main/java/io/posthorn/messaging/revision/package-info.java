/**
 * What is done to messages after they were written. A <em>revision</em> is one edit, deletion or reaction; all of them are kept, and
 * what a message shows is folded from them ({@code Revised}), so the order in which they become known does not matter.
 */
package io.posthorn.messaging.revision;
