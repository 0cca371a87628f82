/** A <em>device</em> is a session as its owner sees it: what it runs on, from where and when it was used last. */
package io.posthorn.auth.device;
