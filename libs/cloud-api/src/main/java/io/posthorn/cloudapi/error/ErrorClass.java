package io.posthorn.cloudapi.error;

/** What to do after Meta refused. */
public enum ErrorClass {
    /** Repeat the same request with exponential backoff. */
    RETRY,
    /** Repeat it once a known condition has passed: a rate limit, a pause, a maintenance. */
    WAIT,
    /** It will not work for this recipient or object, however often it is tried. */
    NEVER,
    /** The request is wrong: correct it first. */
    FIX,
    /** The access token is of no use any more: get a new one. */
    TOKEN,
    /** Stop the channel and tell a person: whatever is sent, the account or the number needs attention first. */
    ACCOUNT
}
