package io.posthorn.template.version;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which version comes back; without one the last that was approved before the newest. */
@Schema(examples = "{\"version\":2}")
record RollBackRequest(@Min(1) Integer version) {}
