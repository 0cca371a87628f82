package io.posthorn.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public class Gateway {
    /** The server's own check of addresses refuses less than ours, and without a problem document. */
    private static final String CHECK_ADDRESSES_OURSELVES = "vertx.disableURIValidation";

    public static void main(String[] arguments) {
        System.setProperty(CHECK_ADDRESSES_OURSELVES, "true");
        Quarkus.run(arguments);
    }
}
