package app.parcelle.engine.segment;

import app.parcelle.engine.message.Message;

/**
 * What keeps a segment from being computed.
 *
 * @param path JSON Pointer of the condition concerned; {@link SegmentPaths#rowOf} names its row in the builder
 */
public record Fault(String path, Message message) {}
