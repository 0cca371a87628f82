package io.posthorn.auth.mail;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.auth.mail")
interface MailConfig {
    /** The application whose pages take the codes of letters; without it letters show the code alone. */
    Optional<URI> pages();

    /** How often one letter is offered to the mail server. */
    @Min(1)
    @Max(20)
    int mostTries();

    /** The pause after the first failure; it doubles. */
    Duration firstPause();

    Duration pollEvery();
}
