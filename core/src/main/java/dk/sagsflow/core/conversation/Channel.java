package dk.sagsflow.core.conversation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

/**
 * By which way something reached a case. Immutable.
 *
 * @param name what JSON calls it, not blank and without surrounding space
 */
public record Channel(@JsonValue String name) {
    /** The helpdesk itself, by whatever page or program its people work with; unless said otherwise. */
    public static final Channel HELPDESK = new Channel("helpdesk");

    /** The telephone. */
    public static final Channel TELEPHONE = new Channel("telephone");

    /** Mail that came in. */
    public static final Channel MAIL = new Channel("mail");

    /** A page for customers. */
    public static final Channel WEB = new Channel("web");

    /** A history that was brought along from elsewhere. */
    public static final Channel IMPORT = new Channel("import");

    private static final String ADAPTER = "adapter:";

    /** Refuses a blank name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Channel {
        Bounds.name("channel", name);
        checkArgument(
                !name.isBlank() && name.equals(name.strip()),
                "channel is \"%s\"; it needs a name without surrounding space",
                name);
    }

    /** What another program brings, as a helpdesk elsewhere; called {@code adapter:name}. */
    public static Channel adapter(String name) {
        return new Channel(ADAPTER + requireNonNull(name, "name"));
    }

    /** Whether another system brings it, or brought it along: an import or an adapter, however it is spelled. */
    public boolean ofAnotherSystem() {
        return name.equalsIgnoreCase(IMPORT.name) || name.regionMatches(true, 0, ADAPTER, 0, ADAPTER.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
