package io.posthorn.messaging.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What a workspace wants for messages of which nobody can know whether they were sent: {@code hold} them for a person, or
 * {@code resend-at-risk}, so that they may arrive twice.
 */
public record SendingPolicy(
        @NotNull @Pattern(regexp = "hold|resend-at-risk") String unknown) {}
