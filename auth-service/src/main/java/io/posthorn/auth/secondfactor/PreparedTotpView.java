package io.posthorn.auth.secondfactor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record PreparedTotpView(
        @Schema(
                description = "To be typed where there is no camera; Base32",
                examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
        String secret,

        @Schema(description = "To be shown as a QR code") String uri) {
    @Override
    public String toString() {
        return "PreparedTotpView";
    }
}
