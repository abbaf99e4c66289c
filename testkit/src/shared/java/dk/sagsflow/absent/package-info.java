/** What a host meets that left a library out. */
@org.jspecify.annotations.NullMarked
package dk.sagsflow.absent;
