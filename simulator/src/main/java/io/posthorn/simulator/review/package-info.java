/**
 * What becomes of templates without their owner: review and appeal, quality and pauses, pacing, other categories, archive,
 * the end of deleted ones. All of it happens by the world's clock, and is told by webhooks.
 */
package io.posthorn.simulator.review;
