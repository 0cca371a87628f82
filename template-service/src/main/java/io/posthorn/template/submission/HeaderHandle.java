package io.posthorn.template.submission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** By what Meta knows the example of an image header. */
@JsonIgnoreProperties(ignoreUnknown = true)
record HeaderHandle(String handle) {}
