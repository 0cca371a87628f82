/** Files that sends name by link: believed, unless a world is told to fetch them. */
package io.posthorn.simulator.link;
