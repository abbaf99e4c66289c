package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;

/**
 * A scenario as a file says it, whichever form that has.
 *
 * @param name what it is called
 * @param spot where it begins
 * @param given the case and the time
 * @param when what happens
 * @param then what must hold
 */
record Draft(
        ScriptRow.Cell name,
        Spot spot,
        ScriptRow given,
        ImmutableList<ScriptRow> when,
        ImmutableList<ScriptRow> then) {}
