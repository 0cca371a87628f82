/** WhatsApp Business accounts (Meta: WABA), the apps that hear of them, and what a token is worth. */
package io.posthorn.cloudapi.account;
