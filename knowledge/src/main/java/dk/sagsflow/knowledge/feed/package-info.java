/** Feeds of news and calendars of planned work: what those for whom they are made may read, and nothing else. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
