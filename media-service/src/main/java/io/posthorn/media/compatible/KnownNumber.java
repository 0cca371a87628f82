package io.posthorn.media.compatible;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A number that the workspace has connected. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KnownNumber(String phoneNumberId) {}
