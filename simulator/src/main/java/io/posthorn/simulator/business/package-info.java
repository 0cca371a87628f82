/**
 * What Meta's partners and businesses keep beside messaging: solutions, shared numbers, people, migrations, schedules, and what a number
 * shows and does besides its profile. Kept and given back as it came; nothing here changes how messages travel.
 */
package io.posthorn.simulator.business;
