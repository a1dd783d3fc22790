package app.parcelle.engine.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * What was planted in a sample.
 *
 * @param asOf the reference day of the segments
 * @param clusters how many groups clustering has to find
 * @param groups members of each
 * @param segments members of each, over the rows whose quantity is above 0
 */
public record SampleTruth(SampleRequest request, LocalDate asOf, int clusters, Map<Group, Integer> groups,
    Map<PlantedSegment, Integer> segments) {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  /** Counts, and writes a file of (customer, group, segments between spaces) on the way. */
  static SampleTruth of(Shop shop, Path csv, JobContext job) throws IOException {
    Map<Group, Integer> groups = new EnumMap<>(Group.class);
    Map<PlantedSegment, Integer> segments = new EnumMap<>(PlantedSegment.class);
    List.of(Group.values()).forEach(group -> groups.put(group, 0));
    List.of(PlantedSegment.values()).forEach(segment -> segments.put(segment, 0));
    Basket basket = shop.basket();
    int n = shop.request.customers();
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("customer,group,segments\n");
      for (int number = 0; number < n; number++) {
        if (number % 4_096 == 0) {
          job.throwIfCancelled();
          job.progress(number, n, Message.of("sample.writing", "truth.csv"));
        }
        Shopper shopper = shop.shopper(number);
        Set<PlantedSegment> held = held(shop, shopper, basket);
        groups.merge(shopper.group, 1, Integer::sum);
        held.forEach(segment -> segments.merge(segment, 1, Integer::sum));
        out.write("C%07d,%s,%s\n".formatted(number + 1, shopper.group.id(),
            String.join(" ", held.stream().map(PlantedSegment::id).toList())));
      }
    }
    int clusters = (int) groups.entrySet()
        .stream()
        .filter(e -> e.getKey().hasOrders() && e.getValue() > 0)
        .count();
    return new SampleTruth(shop.request, SampleRequest.LAST_DAY, clusters, groups, segments);
  }

  private static Set<PlantedSegment> held(Shop shop, Shopper shopper, Basket basket) {
    Person person = Person.of(shop, shopper);
    Set<PlantedSegment> held = EnumSet.noneOf(PlantedSegment.class);
    for (PlantedSegment segment : PlantedSegment.values()) {
      if (segment.holds(shop, shopper, person, basket)) {
        held.add(segment);
      }
    }
    return held;
  }

  /** The text of {@code truth.json}. */
  public String json() {
    return JSON.writeValueAsString(tree()) + "\n";
  }

  /** The same as a tree, to be put into another document. */
  public ObjectNode tree() {
    ObjectNode root = JSON.createObjectNode();
    root.put("customers", request.customers())
        .put("events", request.events())
        .put("language", request.french() ? "fr" : "en")
        .put("seed", request.seed())
        .put("asOf", asOf.toString())
        .put("clusters", clusters);
    ArrayNode groupNodes = root.putArray("groups");
    new ArrayList<>(groups.entrySet())
        .forEach(e -> groupNodes.addObject().put("name", e.getKey().id()).put("customers", e.getValue()));
    ArrayNode segmentNodes = root.putArray("segments");
    segments
        .forEach((segment, count) -> segmentNodes.addObject().put("name", segment.id()).put("count", count));
    return root;
  }
}
