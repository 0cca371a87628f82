/** What the marketing messages API takes, and what is left to it alone. The sending itself is that of all messages. */
package io.posthorn.simulator.marketing;
