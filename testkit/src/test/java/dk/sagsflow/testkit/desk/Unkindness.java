package dk.sagsflow.testkit.desk;

import java.util.Random;
import java.util.function.Supplier;

/** What a host has beside the desk in a {@link LoggedWorld}: it fails now and then, and says the secrets. Not thread-safe. */
final class Unkindness {
    private final Random dice;
    private boolean storeDown;
    private boolean peopleDown;

    Unkindness(Random dice) {
        this.dice = dice;
    }

    /** Not ours, and so what it says is not either. */
    static final class HostFailure extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        HostFailure(String text) {
            super(text, new Cause(text));
        }

        /** Of the same host. */
        private static final class Cause extends IllegalArgumentException {
            private static final long serialVersionUID = 1L;

            Cause(String text) {
                super("cannot use " + text);
            }
        }

        static boolean isOne(Throwable failure) {
            return failure instanceof HostFailure || failure instanceof Cause;
        }
    }

    void store(boolean down) {
        storeDown = down;
    }

    void people(boolean down) {
        peopleDown = down;
    }

    /** What it says is made up only when it fails: all that a store has is long. */
    void mayFail(Supplier<String> text) {
        if (dice.nextInt(3) == 0) {
            throw new HostFailure(text.get());
        }
    }

    void storeMayFail(Supplier<String> text) {
        if (storeDown) {
            mayFail(text);
        }
    }

    void peopleMayFail(Supplier<String> text) {
        if (peopleDown) {
            mayFail(text);
        }
    }
}
