/**
 * Why a channel works or does not, and what to do next: its own state, its queue, and what Meta says at this moment.
 */
package io.posthorn.messaging.health;
