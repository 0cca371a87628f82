package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.password.Password;

record RegistrationDraft(EmailAddress email, Password password, String fullName, String workspaceName) {}
