package app.parcelle.engine.export;

import app.parcelle.engine.segment.Segment;

/** How the definition of a segment is said. */
interface SegmentWords {
  String sentence(Segment segment);

  String json(Segment segment);
}
