/** What a world consists of for Meta's clients: apps, business accounts, numbers, and the tokens that open them. */
package io.posthorn.simulator.directory;
