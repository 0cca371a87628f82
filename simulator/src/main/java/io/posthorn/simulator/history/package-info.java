/** What became of messages, as blind as Meta's: by wamid only. */
package io.posthorn.simulator.history;
