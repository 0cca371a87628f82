/** What a member has allowed an application, remembered so that it is not asked again, and taken back when they like. */
package io.posthorn.auth.consent;
