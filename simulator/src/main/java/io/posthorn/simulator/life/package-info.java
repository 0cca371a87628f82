/** The life of messages after their acceptance: which statuses follow, when, and how webhooks tell them. */
package io.posthorn.simulator.life;
