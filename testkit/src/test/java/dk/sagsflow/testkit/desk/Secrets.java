package dk.sagsflow.testkit.desk;

/** What a {@link LoggedWorld} keeps to itself. */
final class Secrets {
    private Secrets() {}

    static String of(String what) {
        return "CONFIDENTIAL " + what + " of 010170-1234";
    }
}
