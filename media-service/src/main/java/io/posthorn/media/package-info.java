/** Files that go to customers and come from them. */
package io.posthorn.media;
