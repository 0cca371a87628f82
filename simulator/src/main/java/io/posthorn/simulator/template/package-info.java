/**
 * Message templates: checked against Meta's rules when they are created, then reviewed by the world's clock, then filled
 * in for a recipient. The rules are written from Meta's documents and share nothing with the platform's own.
 */
package io.posthorn.simulator.template;
