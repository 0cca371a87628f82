package io.posthorn.gateway.route;

import java.util.Map;

/** The table is another one from now on; these are its upstreams. */
public record TableReplaced(Map<String, GatewayConfig.UpstreamConfig> upstreams) {}
