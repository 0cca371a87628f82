/** Keeps the time partitions of a service: three ahead, old ones dropped. */
package io.posthorn.kit.partition;
