package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.password.Password;

public record LoginDraft(EmailAddress email, Password password) {}
