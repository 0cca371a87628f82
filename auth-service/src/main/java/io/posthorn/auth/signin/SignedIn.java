package io.posthorn.auth.signin;

import io.posthorn.auth.account.Profile;
import io.posthorn.auth.session.IssuedTokens;

public record SignedIn(Profile profile, IssuedTokens tokens) {}
