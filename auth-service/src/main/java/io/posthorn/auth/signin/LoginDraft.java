package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.password.Password;

record LoginDraft(EmailAddress email, Password password) {}
