/** The business account and its number: reading them, and subscribing an app to the account's webhooks. */
package io.posthorn.simulator.account;
