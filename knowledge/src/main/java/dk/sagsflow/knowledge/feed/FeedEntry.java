package dk.sagsflow.knowledge.feed;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * A piece of news in a feed.
 *
 * @param name what it is called in its address
 * @param title what people call it
 * @param html what it says
 * @param changed when it was published last
 * @param categories what it is about
 */
record FeedEntry(String name, String title, String html, Instant changed, ImmutableList<String> categories) {}
