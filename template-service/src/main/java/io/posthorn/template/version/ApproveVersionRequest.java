package io.posthorn.template.version;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The version that was read, so that nobody approves what they have not seen; null is the newest. */
@Schema(examples = "{\"version\":3,\"note\":\"Checked with the legal team\"}")
record ApproveVersionRequest(
        @Min(1) Integer version, @Size(max = 500) String note) {}
