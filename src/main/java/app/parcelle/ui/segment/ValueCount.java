package app.parcelle.ui.segment;

/** A text and how often it occurs. */
record ValueCount(String text, int count) {}
