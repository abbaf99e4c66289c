package dk.sagsflow.repeatable;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property without a seed of its own one that its name decides, so that a build finds today what it found
 * yesterday and a red build is about the change it tests. New ground is broken by the profile {@code nightly}, which
 * sets {@code sagsflow.seeds} to {@code random} and {@code sagsflow.tries} to how many times the usual tries are made.
 * jqwik finds this hook by the service file beside it.
 */
public final class RepeatableProperties implements AroundPropertyHook {

    private static final int TRIES_UNLESS_SAID = 1_000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        if (attributes.seed().isEmpty() && !"random".equals(System.getProperty("sagsflow.seeds"))) {
            String name = context.containerClass().getName() + "." + context.targetMethod().getName();
            attributes.setSeed(Integer.toString(name.hashCode()));
        }
        int times = Integer.getInteger("sagsflow.tries", 1);
        // An example has one try, on a test that is made for it alone.
        if (times > 1 && context.targetMethod().getParameterCount() > 0) {
            attributes.setTries(attributes.tries().orElse(TRIES_UNLESS_SAID) * times);
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
