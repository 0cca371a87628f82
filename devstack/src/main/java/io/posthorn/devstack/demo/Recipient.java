package io.posthorn.devstack.demo;

/**
 * A row of the list: who gets which message.
 *
 * @param row the line in the file, for people who look for it
 * @param phone as somebody wrote it
 */
record Recipient(long row, String name, String phone, String order, String pickup) {
    /** The same for every attempt to tell this person about this order, however the number is written. */
    String key() {
        return "order-update-" + order;
    }
}
