package app.parcelle.engine.split;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;

/**
 * One part of a split.
 *
 * @param name what its customers have in common, such as "Paris" or "10 to under 20"
 * @param rule true for them, and for nobody of another part
 */
public record Part(Message name, Condition rule) {}
