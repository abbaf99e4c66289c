package dk.sagsflow.verification.finding;

import java.util.Optional;

/**
 * Where in a model something stands. Immutable.
 *
 * @param file the file of the model folder, or the one where it would stand: {@code agreements.json}; {@code people.json}
 *     for the people, wherever they were read from
 * @param pointer the value in it (RFC 6901)
 * @param position line and column of the value, or of the nearest one that holds it; empty if the model was built in code
 */
public record Place(String file, String pointer, Optional<Position> position) {
    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1
     * @param named the value with elements of lists by their names, which stay when others are added: {@code /groups/bit}
     */
    public record Position(int line, int column, String named) {}

    public static Place organisation(String pointer) {
        return new Place("organisation.json", pointer, Optional.empty());
    }

    public static Place group(int index) {
        return organisation("/groups/" + index);
    }

    public static Place calendars(String pointer) {
        return new Place("calendars.json", pointer, Optional.empty());
    }

    public static Place agreement(int index) {
        return agreements("/agreements/" + index);
    }

    public static Place agreements(String pointer) {
        return new Place("agreements.json", pointer, Optional.empty());
    }

    public static Place rule(int index) {
        return routing("/rules/" + index);
    }

    public static Place assignment(int index) {
        return routing("/assignments/" + index);
    }

    public static Place people(String pointer) {
        return new Place("people.json", pointer, Optional.empty());
    }

    public static Place accepted(int index) {
        return new Place(AcceptedFindings.NAME, "/accepted/" + index, Optional.empty());
    }

    public static Place routing(String pointer) {
        return new Place("routing.json", pointer, Optional.empty());
    }

    public Place at(Position found) {
        return new Place(file, pointer, Optional.of(found));
    }

    /** The place in the form that editors jump to: {@code agreements.json:12:5: /agreements/0}. */
    public String describe() {
        return file
                + position.map(found -> ":" + found.line() + ":" + found.column())
                        .orElse("") + ": " + pointer;
    }
}
