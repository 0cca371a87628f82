package io.posthorn.messaging;

import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service on real stores with the simulator beside it. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "messaging"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(Neighbours.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MessagingTest {}
