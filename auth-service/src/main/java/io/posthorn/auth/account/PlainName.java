package io.posthorn.auth.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name that people read: not blank, one line, no control characters and no half characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Size(max = 120, message = "must have at most 120 characters")
@Pattern(
        regexp = "(?U)(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*",
        message = "must not be blank and must have no control characters")
@Constraint(validatedBy = {})
public @interface PlainName {
    String message() default "must be a name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
