package io.tyto.spi.stories;

/** The two kinds of item that become work items. */
public enum ItemType {
  FEATURE,
  USER_STORY
}
