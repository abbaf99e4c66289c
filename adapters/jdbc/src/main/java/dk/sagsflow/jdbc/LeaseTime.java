package dk.sagsflow.jdbc;

/** By which clock claims end. */
public enum LeaseTime {
    /** By the clock of the desk that asks: for one process, for tests and simulations, and where clocks go alike. */
    DESK,
    /** By the clock of the database, whatever those of the desks show: for several machines. */
    DATABASE
}
