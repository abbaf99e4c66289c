package dk.sagsflow.core.style;

/**
 * What a host's own mapper is told when it is to write a value that has a JSON form of its own, or none. Without it Jackson 3
 * writes an empty object and says nothing, because the accessors of a value are not named as those of beans.
 */
public final class PlainJson {
    private PlainJson() {}

    /**
     * Refuses.
     *
     * @param type the value
     * @param instead what to do, a sentence without its full stop
     */
    public static UnsupportedOperationException refused(Class<?> type, String instead) {
        return new UnsupportedOperationException(type.getSimpleName()
                + " is not written by a plain mapper, which knows neither who reads it nor its JSON form: " + instead);
    }
}
