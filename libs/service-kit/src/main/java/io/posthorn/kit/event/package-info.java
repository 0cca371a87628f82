/** Events as they come in: CloudEvents headers read, payload turned into its record, twice made equal to once. */
package io.posthorn.kit.event;
