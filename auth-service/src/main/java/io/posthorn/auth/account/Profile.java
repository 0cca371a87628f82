package io.posthorn.auth.account;

import io.posthorn.auth.workspace.Membership;

/** A person as a member of one workspace. */
public record Profile(Account account, Membership membership) {}
