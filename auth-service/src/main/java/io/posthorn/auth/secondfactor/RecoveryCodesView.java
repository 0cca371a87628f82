package io.posthorn.auth.secondfactor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RecoveryCodesView(
        @Schema(description = "Ten, each good once; they are not shown again", examples = "[\"k7dm-2qxw-9fhp\"]")
        List<String> recoveryCodes) {
    @Override
    public String toString() {
        return "RecoveryCodesView";
    }
}
