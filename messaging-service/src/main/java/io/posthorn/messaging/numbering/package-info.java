/** Phone numbers as people write them; a workspace's <em>default region</em> is the country of those that do not say theirs. */
package io.posthorn.messaging.numbering;
