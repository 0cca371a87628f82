/**
 * What Meta tells besides messages and their statuses: about templates, numbers, accounts, customers' wishes, and what happens
 * in the Business app of a shared number.
 */
package io.posthorn.cloudapi.event;
