/** Calls and their figures. */
@org.jspecify.annotations.NullMarked
package dk.sagsflow.testkit.telephone;
