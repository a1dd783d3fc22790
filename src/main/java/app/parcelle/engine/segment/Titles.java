package app.parcelle.engine.segment;

import java.util.stream.Collectors;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/** What a condition is about, in a word or two: the title of its row. */
record Titles(FieldCatalog catalog, Texts texts) {
  String title(Condition condition) {
    return switch (condition) {
      case AllOf _,AnyOf _,Not _ -> texts.text("sentence.title.block");
      case Everyone() -> texts.text("sentence.everyone");
      case Known test -> field(test.field());
      case TextTest test -> field(test.field());
      case NumberTest test -> field(test.field());
      case YesNoTest test -> field(test.field());
      case DateTest test -> field(test.field());
      case ListTest test -> field(test.field());
      case ListSize test -> field(test.field());
      case Ranked test -> field(test.field());
      case InBand test -> field(test.field());
      case EventTest test -> table(test.table());
      case EventDateTest test -> table(test.table());
      case EventTrend test -> table(test.table());
      case EventShare test -> table(test.table());
      case Never test -> table(test.table());
      case EventRelation test -> table(test.left().table()) + " / " + table(test.right().table());
      case Sequence test ->
        test.steps().stream().map(Step::table).map(this::table).collect(Collectors.joining(" → "));
      case StepTest test -> Marks.value(test.column().name());
      case Occurrence _ -> texts.text("sentence.title.occurrence");
      case Near _,InArea _ -> texts.text("sentence.title.place");
      case Consent test -> new CustomerWords(catalog, texts).source(test.source());
      case InCluster test -> catalog.clusteringName(test.clustering());
      case InSegment test -> new CustomerWords(catalog, texts).segmentName(test);
      case RandomSample _ -> texts.text("sentence.title.sample");
    };
  }

  private String field(FieldRef ref) {
    return catalog.find(ref).map(new FieldNames(catalog, texts)::title).orElse(ref.name());
  }

  private String table(String table) {
    return new EventNouns(catalog, texts).name(table);
  }
}
