/** What must be the same in every Posthorn service, because a difference would be a bug. Knows no business word. */
package io.posthorn.kit;
