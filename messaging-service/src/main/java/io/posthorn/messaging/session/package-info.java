/**
 * What keeps channels going without anybody's help: they are read from Meta every hour, tried again when they work badly, and
 * turned off when nobody uses them. Every job is safe to run in several processes at once.
 */
package io.posthorn.messaging.session;
