package io.posthorn.auth.membership;

import io.posthorn.auth.session.IssuedTokens;
import io.posthorn.auth.workspace.Membership;

record Switched(Membership membership, IssuedTokens tokens) {}
