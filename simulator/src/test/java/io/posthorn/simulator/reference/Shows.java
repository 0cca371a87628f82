package io.posthorn.simulator.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The items of {@code docs/simulator-reference.csv} that this test shows. {@code docs/simulator.md} is made from it, so that what
 * is called supported has a test by name.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {
    /** Ids such as {@code A6.3}. */
    String[] value();
}
