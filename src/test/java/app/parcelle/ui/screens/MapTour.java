package app.parcelle.ui.screens;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Looks at what is asked on maps, and at kept audiences. */
record MapTour(Tour tour) {
  void walk() throws Exception {
    SavedSegment first = tour.project().view().segments().getFirst();
    String snapshot = tour.project().snapshots().freeze(first.id(), JobContext.silent());
    go(segment(first, snapshot, "Maps"));
    tour.artist().draw("segments-maps");
    popup(0);
    tour.hand().does(() -> ((TextField) tour.popup().lookup("#place-search")).setText("p"));
    tour.drawPopup("segments-near");
    popup(1);
    tour.drawPopup("segments-area");
    popup(2);
    tour.drawPopup("segments-layers-none");
    tour.project().layers().load(layer(), null, null, JobContext.silent());
    tour.hand().does(tour.hand().model()::changed);
    go(segment(first, snapshot, "Maps"));
    popup(2);
    tour.drawPopup("segments-layers");
    tour.project().layers().remove(tour.project().layers().all().getFirst().id());
    tour.project().snapshots().remove(snapshot);
    tour.hand().does(tour.hand().model()::changed);
  }

  private void go(Segment segment) throws Exception {
    tour.hand().does(() -> tour.hand().model().go(new app.parcelle.ui.shell.Place.Segments(segment)));
  }

  private void popup(int number) throws Exception {
    List<ButtonBase> values = tour.hand()
        .scene()
        .getRoot()
        .lookupAll(".value")
        .stream()
        .filter(ButtonBase.class::isInstance)
        .filter(Node::isVisible)
        .map(ButtonBase.class::cast)
        .toList();
    tour.hand().does(values.get(number)::fire);
    tour.hand().settle();
  }

  private Segment segment(SavedSegment other, String snapshot, String name) {
    boolean french = tour.project().data().zone().getId().equals("Europe/Paris");
    Condition.Coordinates where = new Condition.Coordinates(field("Latitude"), field("Longitude"));
    TableVersion towns = tour.project()
        .data()
        .tables()
        .stream()
        .filter(table -> table.kind() == TableKind.LOOKUP)
        .findFirst()
        .orElseThrow();
    Condition near = new Condition.Near(where,
        new app.parcelle.engine.segment.Place.Named(towns.name(),
            FieldRef.named(towns.columns().getFirst().name()), french ? "Lyon" : "Boston"),
        BigDecimal.valueOf(60));
    double[] middle = french ? new double[]{46.5, 2.5} : new double[]{41.5, -73.5};
    Condition drawn = new Condition.InArea(where,
        new Area.Drawn(List.of(Stream.of(new double[]{2, -2}, new double[]{2.5, 1.5}, new double[]{0, 4},
            new double[]{-2, 1}, new double[]{-1, -3})
            .map(by -> new Area.Corner(BigDecimal.valueOf(middle[0] + by[0]),
                BigDecimal.valueOf(middle[1] + by[1])))
            .toList())));
    Condition shapes = new Condition.InArea(where,
        new Area.Shapes("regions", Set.of("Nord-Ouest", "Sud-Est")));
    Condition frozen = new Condition.InSegment(new FieldRef(other.segment().name(), other.id()), true,
        new Condition.Membership.Frozen(snapshot));
    return new Segment(name, new Condition.AnyOf(List.of(near, drawn, shapes, frozen)),
        new Segment.Reference.Project(), null);
  }

  private FieldRef field(String name) {
    Field found = tour.project().fields().find(FieldRef.named(name)).orElseThrow();
    return new FieldRef(found.name(), found.id());
  }

  /** Four squares over France. */
  private Path layer() throws IOException {
    String features = Stream.of("Nord-Ouest,-5,46.5", "Nord-Est,2,46.5", "Sud-Ouest,-5,42", "Sud-Est,2,42")
        .map(line -> line.split(",", -1))
        .map(part -> square(part[0], Double.parseDouble(part[1]), Double.parseDouble(part[2])))
        .collect(Collectors.joining(","));
    return Files.writeString(tour.files().resolve("regions.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static String square(String name, double west, double south) {
    double east = west + 7;
    double north = south + 4.5;
    return String.format(Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
        name, west, south, east, south, east, north, west, north, west, south);
  }
}
