/**
 * An operator has a part of the journal worked off again, after a mistake of ours or a gap. A <em>replay</em> only queues journal
 * entries anew, a few at a time and never more than the reader keeps up with; Meta's ids see to it that nothing is doubled.
 */
package io.posthorn.messaging.replay;
