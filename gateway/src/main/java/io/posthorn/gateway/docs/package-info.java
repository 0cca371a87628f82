/** What the whole of Posthorn's API is: a document for programs, and the same as a page for people. */
package io.posthorn.gateway.docs;
