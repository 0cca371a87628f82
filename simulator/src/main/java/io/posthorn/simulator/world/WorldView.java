package io.posthorn.simulator.world;

/** A world as the control API shows it, secrets included: whoever made the world needs them. */
record WorldView(
        String id,
        String appId,
        String appSecret,
        String wabaId,
        String phoneNumberId,
        String displayPhoneNumber,
        String accessToken,
        long seed,
        String now,
        int waitingTasks,
        WorldSettings settings) {

    static WorldView of(World world) {
        var identity = world.identity();
        return new WorldView(
                identity.id(),
                identity.appId(),
                identity.appSecret(),
                identity.wabaId(),
                identity.number().id(),
                identity.number().display(),
                identity.accessToken(),
                world.seed(),
                world.clock().now().toString(),
                world.timeline().waiting(),
                world.settings());
    }
}
