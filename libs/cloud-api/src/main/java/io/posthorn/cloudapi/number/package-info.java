/**
 * Our phone numbers at Meta: their life, their profile and name, whom they block, and what became of single messages.
 */
package io.posthorn.cloudapi.number;
