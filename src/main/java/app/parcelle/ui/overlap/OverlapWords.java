package app.parcelle.ui.overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.overlap.Pair;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.ui.chart.Sets;

/** What overlapping segments and their regions are called. */
record OverlapWords(Texts texts) {
  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  String count(int n) {
    return text("overlap.count", n);
  }

  /** A part of a whole; nothing where there is no whole. */
  String share(int part, int whole) {
    return whole == 0 ? "" : text("overlap.share", (double) part / whole);
  }

  static String name(SegmentOverlap found, int segment) {
    return found.segments().get(segment).segment().name();
  }

  /** Which segments a region is in, and which it is not in. */
  String region(SegmentOverlap found, int set) {
    List<String> in = names(found, set);
    List<String> out = names(found, ~set);
    if (in.isEmpty()) {
      return text("overlap.region.none");
    }
    return out.isEmpty()
        ? text("overlap.region.all", joined(in))
        : text("overlap.region.some", joined(in), joined(out));
  }

  /** A name for the region as a segment. */
  String regionName(SegmentOverlap found, int set) {
    List<String> in = names(found, set);
    return in.isEmpty()
        ? text("overlap.name.none")
        : in.size() == found.segments().size()
            ? text("overlap.name.all", joined(in))
            : text("overlap.name.only", joined(in));
  }

  private List<String> names(SegmentOverlap found, int set) {
    return IntStream.range(0, found.segments().size())
        .filter(i -> (set >> i & 1) != 0)
        .mapToObj(i -> text("overlap.quoted", name(found, i)))
        .toList();
  }

  private String joined(List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    List<String> first = new ArrayList<>(names);
    String last = first.removeLast();
    return text("overlap.and", String.join(", ", first), last);
  }

  String pair(SegmentOverlap found, Pair pair) {
    return text("overlap.pair", name(found, pair.first()), name(found, pair.second()), pair.both(),
        pair.jaccard());
  }

  String contained(SegmentOverlap found, Pair pair) {
    return text("overlap.pair.parts", pair.firstInSecond(), name(found, pair.first()), pair.secondInFirst(),
        name(found, pair.second()));
  }

  /** What the pictures show. */
  Sets sets(SegmentOverlap found, List<Overlap.Region> regions) {
    Overlap overlap = found.overlap();
    List<Sets.OneSet> sets = IntStream.range(0, found.segments().size())
        .mapToObj(i -> new Sets.OneSet(name(found, i), overlap.sizes().get(i), count(overlap.sizes().get(i))))
        .toList();
    return new Sets(text("overlap.picture", sets.size(), regions.size()), sets,
        regions.stream()
            .map(region -> new Sets.Region(region.segments(), region.count(), count(region.count()),
                text("overlap.region.said", region(found, region.segments()), region.count())))
            .toList());
  }
}
