package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.visitor.Visitor;

public record LoginDraft(EmailAddress email, Password password, Visitor visitor) {}
