/** Sessions that ended before their tokens did. auth-service writes them into a Redis stream; every process follows it. */
package io.posthorn.kit.revocation;
