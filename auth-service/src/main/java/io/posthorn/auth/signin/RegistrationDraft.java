package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.visitor.Visitor;

record RegistrationDraft(
        EmailAddress email, Password password, String fullName, String workspaceName, Visitor visitor) {}
